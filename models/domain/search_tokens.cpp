// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/search_tokens.h"

namespace keyturn {

namespace {

class Tokenizer
{
public:
    explicit Tokenizer(const QString& text)
        : m_text(text)
    {}

    std::vector<SearchToken> all()
    {
        std::vector<SearchToken> tokens;
        while (skipBlanks()) {
            tokens.push_back(next());
        }
        if (!tokens.empty()) {
            tokens.back().isLast = !m_text.back().isSpace();
        }
        return tokens;
    }

private:
    bool skipBlanks()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace()) {
            ++m_at;
        }
        return m_at < m_text.size();
    }

    SearchToken next()
    {
        SearchToken token;
        if (m_text[m_at] == u'-' && m_at + 1 < m_text.size() && !m_text[m_at + 1].isSpace()) {
            token.isNot = true;
            ++m_at;
        }
        while (m_at < m_text.size() && !m_text[m_at].isSpace()) {
            const QChar c = m_text[m_at];
            if (c == u'"') {
                readQuoted(token);
                continue;
            }
            if (token.sign.isNull() && !token.isQuoted && !token.whole.isEmpty() &&
                (c == u':' || c == u'<' || c == u'>')) {
                token.key = token.whole.toLower();
                token.sign = c;
            } else if (!token.sign.isNull()) {
                token.value += c;
            }
            token.whole += c;
            ++m_at;
        }
        return token;
    }

    /// To the closing quote, or to the end: it may still come.
    void readQuoted(SearchToken& token)
    {
        const qsizetype close = m_text.indexOf(u'"', m_at + 1);
        const qsizetype end = close < 0 ? m_text.size() : close;
        const QString inside = m_text.mid(m_at + 1, end - m_at - 1);
        token.whole += inside;
        token.value += inside;
        token.isQuoted = true;
        m_at = close < 0 ? end : close + 1;
    }

    const QString& m_text;
    qsizetype m_at = 0;
};

} // namespace

std::vector<SearchToken> searchTokens(const QString& text)
{
    return Tokenizer(text).all();
}

} // namespace keyturn
