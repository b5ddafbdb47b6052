// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringDecoder>

#include <optional>
#include <vector>

namespace keyturn {

/// The encodings in which exports of address books and CRMs arrive.
enum class TextEncoding { Utf8, Utf16Le, Utf16Be, Utf32Le, Utf32Be, Windows1252, ShiftJis, Big5, Gb18030 };

/// "UTF-8", "windows-1252" …: as the IANA registry calls it.
QString encodingName(TextEncoding encoding);
std::optional<TextEncoding> encodingFromName(const QString& name);
/// All of them, in the order in which a page offers them.
std::vector<TextEncoding> knownEncodings();

struct EncodingGuess
{
    TextEncoding encoding = TextEncoding::Utf8;
    int markBytes = 0; ///< length of the byte order mark that the text begins with

    friend bool operator==(const EncodingGuess&, const EncodingGuess&) = default;
};

/// What a text is most likely written in: by its byte order mark, by being valid UTF-8, by the zeros of UTF-16, by the
/// pairs of bytes that Japanese and Chinese come in; else Windows-1252, which is what a US or European program writes.
/// `sample` is the beginning of the file; it may end within a character.
EncodingGuess guessEncoding(QByteArrayView sample);

/// Turns bytes into text piece by piece; a character may be cut by the end of a piece. Bytes that mean nothing become
/// U+FFFD and are counted, never dropped.
class TextDecoder
{
public:
    explicit TextDecoder(TextEncoding encoding);

    /// False if this machine has no table for the encoding (Japanese and Chinese need Qt with ICU).
    [[nodiscard]] bool isValid() const { return m_encoding == TextEncoding::Windows1252 || m_decoder.isValid(); }
    QString decode(QByteArrayView piece);
    [[nodiscard]] qint64 replaced() const { return m_replaced; }

private:
    TextEncoding m_encoding;
    QStringDecoder m_decoder;
    qint64 m_replaced = 0;
};

} // namespace keyturn
