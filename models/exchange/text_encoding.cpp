// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/text_encoding.h"

#include <array>

namespace keyturn {

namespace {

using Byte = unsigned char;

struct Named
{
    TextEncoding encoding;
    const char* name;
};

constexpr std::array names{
    Named{TextEncoding::Utf8, "UTF-8"},         Named{TextEncoding::Windows1252, "windows-1252"},
    Named{TextEncoding::Utf16Le, "UTF-16LE"},   Named{TextEncoding::Utf16Be, "UTF-16BE"},
    Named{TextEncoding::ShiftJis, "Shift_JIS"}, Named{TextEncoding::Big5, "Big5"},
    Named{TextEncoding::Gb18030, "GB18030"},    Named{TextEncoding::Utf32Le, "UTF-32LE"},
    Named{TextEncoding::Utf32Be, "UTF-32BE"},
};

struct Mark
{
    TextEncoding encoding;
    QByteArrayView bytes;
};

// UTF-32LE before UTF-16LE: its mark begins with the other's.
std::optional<EncodingGuess> byMark(QByteArrayView sample)
{
    static const std::array marks{
        Mark{TextEncoding::Utf32Le, QByteArrayView("\xff\xfe\0\0", 4)},
        Mark{TextEncoding::Utf32Be, QByteArrayView("\0\0\xfe\xff", 4)},
        Mark{TextEncoding::Utf8, QByteArrayView("\xef\xbb\xbf", 3)},
        Mark{TextEncoding::Utf16Le, QByteArrayView("\xff\xfe", 2)},
        Mark{TextEncoding::Utf16Be, QByteArrayView("\xfe\xff", 2)},
    };
    for (const Mark& mark : marks) {
        if (sample.startsWith(mark.bytes)) {
            return EncodingGuess{mark.encoding, static_cast<int>(mark.bytes.size())};
        }
    }
    return std::nullopt;
}

Byte at(QByteArrayView text, qsizetype index)
{
    return index < text.size() ? static_cast<Byte>(text[index]) : Byte(0);
}

// RFC 3629: no overlong forms, no surrogates, nothing beyond U+10FFFF. A character cut by the end is no fault.
bool isUtf8(QByteArrayView text)
{
    qsizetype i = 0;
    while (i < text.size()) {
        const Byte lead = at(text, i);
        int more = 0;
        Byte low = 0x80;
        Byte high = 0xbf;
        if (lead < 0x80) {
            ++i;
            continue;
        }
        if (lead >= 0xc2 && lead <= 0xdf) {
            more = 1;
        } else if (lead >= 0xe0 && lead <= 0xef) {
            more = 2;
            low = lead == 0xe0 ? 0xa0 : low;
            high = lead == 0xed ? 0x9f : high;
        } else if (lead >= 0xf0 && lead <= 0xf4) {
            more = 3;
            low = lead == 0xf0 ? 0x90 : low;
            high = lead == 0xf4 ? 0x8f : high;
        } else {
            return false;
        }
        for (int k = 1; k <= more; ++k) {
            if (i + k >= text.size()) {
                return true;
            }
            const Byte next = at(text, i + k);
            if (next < low || next > high) {
                return false;
            }
            low = 0x80;
            high = 0xbf;
        }
        i += more + 1;
    }
    return true;
}

// Latin text in UTF-16 has a zero in every other byte, and no other text has zeros at all.
std::optional<TextEncoding> byZeros(QByteArrayView text)
{
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\0') {
            ++(i % 2 == 0 ? even : odd);
        }
    }
    const qsizetype half = text.size() / 2;
    if (half < 2) {
        return std::nullopt;
    }
    if (odd * 10 > half * 4 && even * 10 < half) {
        return TextEncoding::Utf16Le;
    }
    if (even * 10 > half * 4 && odd * 10 < half) {
        return TextEncoding::Utf16Be;
    }
    return std::nullopt;
}

using IsPair = bool (*)(Byte lead, Byte trail);

/// How East Asian text looks in one encoding: two bytes a character, and which of them people write all the time.
struct Script
{
    TextEncoding encoding;
    IsPair isPair;
    IsPair isUsual;
};

// JIS X 0208: full-width punctuation, kana, and the kanji of level 1.
constexpr Script japanese{TextEncoding::ShiftJis,
                          [](Byte lead, Byte trail) {
                              return ((lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xfc)) &&
                                     trail >= 0x40 && trail <= 0xfc && trail != 0x7f;
                          },
                          [](Byte lead, Byte trail) {
                              return lead == 0x81 || (lead == 0x82 && trail >= 0x9f) ||
                                     (lead == 0x83 && trail <= 0x96) || (lead >= 0x88 && lead <= 0x97);
                          }};

// Big5: punctuation and the characters of level 1.
constexpr Script traditionalChinese{TextEncoding::Big5,
                                    [](Byte lead, Byte trail) {
                                        return lead >= 0xa1 && lead <= 0xf9 &&
                                               ((trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe));
                                    },
                                    [](Byte lead, Byte) { return lead <= 0xc6; }};

// GB 2312 within GB 18030: both bytes are above 0xA0.
constexpr Script simplifiedChinese{
    TextEncoding::Gb18030,
    [](Byte lead, Byte trail) {
        return lead >= 0x81 && lead <= 0xfe && trail >= 0x40 && trail != 0x7f && trail != 0xff;
    },
    [](Byte lead, Byte trail) {
        return trail >= 0xa1 && (lead <= 0xa3 || (lead >= 0xb0 && lead <= 0xf7)) && lead >= 0xa1;
    }};

/// The share of characters outside ASCII that are usual in the script; 0 unless it convinces.
double likeness(QByteArrayView text, const Script& script)
{
    qsizetype usual = 0;
    qsizetype other = 0; // including what cannot be read
    for (qsizetype i = 0; i < text.size(); ++i) {
        const Byte lead = at(text, i);
        if (lead < 0x80) {
            continue;
        }
        const Byte trail = at(text, i + 1);
        const bool pair = script.isPair(lead, trail);
        ++(pair && script.isUsual(lead, trail) ? usual : other);
        i += pair ? 1 : 0;
    }
    const double share = usual < 2 ? 0.0 : double(usual) / double(usual + other);
    return share < 0.7 ? 0.0 : share;
}

// What the bytes 0x80 to 0x9F mean; five of them mean nothing and stay controls, as the WHATWG reads them.
constexpr std::array<char16_t, 32> windows1252{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

QString fromWindows1252(QByteArrayView bytes)
{
    QString text(bytes.size(), Qt::Uninitialized);
    QChar* out = text.data();
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const Byte byte = at(bytes, i);
        out[i] = QChar(byte >= 0x80 && byte <= 0x9f ? windows1252[byte - 0x80u] : char16_t(byte));
    }
    return text;
}

QStringDecoder decoderFor(TextEncoding encoding)
{
    // Marks are cut off by whoever reads the file: a second one inside it is a character like any other.
    constexpr auto flags = QStringConverter::Flag::ConvertInitialBom;
    switch (encoding) {
    case TextEncoding::Utf8:
        return QStringDecoder(QStringConverter::Utf8, flags);
    case TextEncoding::Utf16Le:
        return QStringDecoder(QStringConverter::Utf16LE, flags);
    case TextEncoding::Utf16Be:
        return QStringDecoder(QStringConverter::Utf16BE, flags);
    case TextEncoding::Utf32Le:
        return QStringDecoder(QStringConverter::Utf32LE, flags);
    case TextEncoding::Utf32Be:
        return QStringDecoder(QStringConverter::Utf32BE, flags);
    case TextEncoding::ShiftJis:
    case TextEncoding::Big5:
    case TextEncoding::Gb18030:
        return QStringDecoder(encodingName(encoding).toLatin1().constData());
    case TextEncoding::Windows1252:
        break;
    }
    return QStringDecoder();
}

} // namespace

QString encodingName(TextEncoding encoding)
{
    for (const Named& known : names) {
        if (known.encoding == encoding) {
            return QString::fromLatin1(known.name);
        }
    }
    return {};
}

std::optional<TextEncoding> encodingFromName(const QString& name)
{
    for (const Named& known : names) {
        if (name.compare(QLatin1String(known.name), Qt::CaseInsensitive) == 0) {
            return known.encoding;
        }
    }
    return std::nullopt;
}

std::vector<TextEncoding> knownEncodings()
{
    std::vector<TextEncoding> all;
    for (const Named& known : names) {
        all.push_back(known.encoding);
    }
    return all;
}

EncodingGuess guessEncoding(QByteArrayView sample)
{
    if (const auto marked = byMark(sample)) {
        return *marked;
    }
    if (const auto wide = byZeros(sample)) {
        return {*wide, 0};
    }
    if (isUtf8(sample)) {
        return {TextEncoding::Utf8, 0};
    }
    EncodingGuess best{TextEncoding::Windows1252, 0};
    double share = 0.0;
    for (const Script& script : {japanese, traditionalChinese, simplifiedChinese}) {
        if (const double like = likeness(sample, script); like > share) {
            share = like;
            best.encoding = script.encoding;
        }
    }
    return best;
}

TextDecoder::TextDecoder(TextEncoding encoding)
    : m_encoding(encoding)
    , m_decoder(decoderFor(encoding))
{}

QString TextDecoder::decode(QByteArrayView piece)
{
    if (m_encoding == TextEncoding::Windows1252) {
        return fromWindows1252(piece);
    }
    QString text = m_decoder.decode(piece);
    if (m_decoder.hasError()) {
        m_replaced += text.count(QChar::ReplacementCharacter);
    }
    return text;
}

} // namespace keyturn
