// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/theme.h"

#include "ui/kit/style.h"

#include <QApplication>
#include <QFontDatabase>

#include <algorithm>
#include <cmath>
#include <utility>

namespace keyturn {

namespace {

double luminance(const QColor& color)
{
    const auto channel = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    const auto [dark, light] = std::minmax(first, second); // which only refers to them
    return (light + 0.05) / (dark + 0.05);
}

QColor rgb(unsigned value)
{
    return QColor::fromRgb(QRgb(0xff000000U | value));
}

Colors makeLight()
{
    Colors c;
    c.dark = false;
    c.window = rgb(0xF3F4F6);
    c.base = rgb(0xFFFFFF);
    c.alt = rgb(0xF8F9FA);
    c.rail = c.column = rgb(0xE9EBEF);
    c.card = rgb(0xFFFFFF);
    c.line = rgb(0xDDE0E5);
    c.line2 = rgb(0xC3C8D0);
    c.control = rgb(0x8D949F);
    c.text = rgb(0x17191C);
    c.text2 = rgb(0x474D57);
    c.text3 = rgb(0x5C636E);
    c.accentLine = c.accentFill = rgb(0x2E57D1);
    c.accentFillText = rgb(0xFFFFFF);
    c.accentHover = rgb(0x2549B4);
    c.accentText = rgb(0x2349B5);
    c.soft = rgb(0xE4EAFB);
    c.soft2 = rgb(0xCFDAF8);
    c.dropTarget = rgb(0xE9EEFC);
    c.hover = rgb(0xEEF0F3);
    c.chip = rgb(0xEDEFF2);
    c.red = rgb(0xA8231B);
    c.redSoft = rgb(0xFBE4E2);
    c.redLine = rgb(0xD6453B);
    c.amber = rgb(0x7F4B00);
    c.amberSoft = rgb(0xFCEDCB);
    c.amberLine = rgb(0xD9961A);
    c.green = rgb(0x19693F);
    c.greenSoft = rgb(0xDFF2E7);
    c.violet = rgb(0x5F3DB3);
    c.violetSoft = rgb(0xECE7FA);
    c.rot1 = rgb(0xFFFAEF);
    c.rot1Border = rgb(0xEEDDB6);
    c.rot2 = rgb(0xFFF3F0);
    c.rot2Border = rgb(0xF1CFC9);
    c.toast = rgb(0x22262D);
    c.toastText = rgb(0xF4F5F7);
    c.toastLink = rgb(0xA9BEFF);
    c.scrim = QColor(0x14, 0x18, 0x20, 87);
    c.avatar = rgb(0xD8DDE6);
    c.avatarText = rgb(0x343A44);
    c.stageDots = {rgb(0x7A8494), rgb(0x4483CE), rgb(0x3E63DD), rgb(0x7357D6),
                   rgb(0xA24BC0), rgb(0xBD6F27), rgb(0x279160), rgb(0x19693F)};
    return c;
}

Colors makeDark()
{
    Colors c;
    c.dark = true;
    c.window = rgb(0x15171B);
    c.base = rgb(0x1C1F24);
    c.alt = rgb(0x20242A);
    c.rail = rgb(0x111317);
    c.column = rgb(0x191C20);
    c.card = rgb(0x24282F);
    c.line = rgb(0x2E333B);
    c.line2 = rgb(0x464D59);
    c.control = rgb(0x69727F);
    c.text = rgb(0xECEEF1);
    c.text2 = rgb(0xBAC0CA);
    c.text3 = rgb(0x9CA4B0);
    c.accentLine = rgb(0x8EA9FF);
    c.accentFill = rgb(0x3A60D9);
    c.accentFillText = rgb(0xFFFFFF);
    c.accentHover = rgb(0x4268E2);
    c.accentText = rgb(0xA9BEFF);
    c.soft = rgb(0x25304E);
    c.soft2 = rgb(0x33426B);
    c.dropTarget = rgb(0x1E253A);
    c.hover = rgb(0x282D34);
    c.chip = rgb(0x323841);
    c.red = rgb(0xFF9C93);
    c.redSoft = rgb(0x452321);
    c.redLine = rgb(0xE5655C);
    c.amber = rgb(0xF2BF6B);
    c.amberSoft = rgb(0x3B2E16);
    c.amberLine = rgb(0xD9961A);
    c.green = rgb(0x6FD3A0);
    c.greenSoft = rgb(0x17352A);
    c.violet = rgb(0xBDA6FF);
    c.violetSoft = rgb(0x2F2749);
    c.rot1 = rgb(0x2B2820);
    c.rot1Border = rgb(0x4A3F28);
    c.rot2 = rgb(0x302423);
    c.rot2Border = rgb(0x573632);
    c.toast = rgb(0xECEEF1);
    c.toastText = rgb(0x17191C);
    c.toastLink = rgb(0x2349B5);
    c.scrim = QColor(0, 0, 0, 140);
    c.avatar = rgb(0x3A414C);
    c.avatarText = rgb(0xE1E5EB);
    c.stageDots = {rgb(0x8A94A4), rgb(0x62A0EA), rgb(0x6E8BF5), rgb(0x9A82F2),
                   rgb(0xC276DC), rgb(0xE09A55), rgb(0x4DBB88), rgb(0x6FD3A0)};
    return c;
}

struct StyleMetrics
{
    int pixels;
    int line;
    QFont::Weight weight;
};

StyleMetrics styleMetrics(TextStyle style)
{
    switch (style) {
    case TextStyle::Caption:
        return {11, 16, QFont::Medium};
    case TextStyle::Small:
        return {12, 16, QFont::Normal};
    case TextStyle::SmallMedium:
        return {12, 16, QFont::Medium};
    case TextStyle::SmallStrong:
        return {12, 16, QFont::DemiBold};
    case TextStyle::Body:
        return {13, 18, QFont::Normal};
    case TextStyle::BodyMedium:
        return {13, 18, QFont::Medium};
    case TextStyle::BodyStrong:
        return {13, 18, QFont::DemiBold};
    case TextStyle::Title:
        return {16, 24, QFont::DemiBold};
    case TextStyle::Headline:
        return {20, 28, QFont::DemiBold};
    case TextStyle::Figure:
        return {17, 24, QFont::DemiBold};
    case TextStyle::FigureLarge:
        return {22, 28, QFont::DemiBold};
    case TextStyle::Micro:
        return {10, 12, QFont::DemiBold};
    case TextStyle::Count_:
        break;
    }
    return {13, 18, QFont::Normal};
}

} // namespace

const Colors& Colors::light()
{
    static const Colors colors = makeLight();
    return colors;
}

const Colors& Colors::darkened()
{
    static const Colors colors = makeDark();
    return colors;
}

Theme::Theme(QObject* parent)
    : QObject(parent)
    , m_colors(&Colors::light())
{
    // Remembered before our own palette hides it.
    m_systemDark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    makeFonts();
}

void Theme::setAppearance(Appearance appearance)
{
    m_appearance = appearance;
    const bool dark = appearance == Appearance::Dark || (appearance == Appearance::FollowSystem && systemIsDark());
    m_colors = dark ? &Colors::darkened() : &Colors::light();
    apply();
    Q_EMIT changed();
}

bool Theme::systemIsDark() const
{
    return m_systemDark;
}

void Theme::makeFonts()
{
    QString family;
#ifdef Q_OS_LINUX
    // The usual default on bare Linux desktops is far wider than every layout here was drawn for.
    if (QFontDatabase::families().contains(QStringLiteral("Inter"))) {
        family = QStringLiteral("Inter");
    }
#endif
    for (int i = 0; i < static_cast<int>(TextStyle::Count_); ++i) {
        const StyleMetrics m = styleMetrics(static_cast<TextStyle>(i));
        QFont font = QGuiApplication::font();
        if (!family.isEmpty()) {
            font.setFamily(family);
        }
        font.setPixelSize(m.pixels);
        font.setWeight(m.weight);
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
        font.setFeature("tnum", 1);
#endif
        m_fonts.push_back(font);
        m_metrics.emplace_back(font);
    }
}

int Theme::lineHeight(TextStyle style)
{
    return styleMetrics(style).line;
}

QColor Theme::stageDot(const QString& color) const
{
    constexpr double least = 3.0;
    QColor dot(color);
    if (!dot.isValid()) {
        return m_colors->stageDots.front();
    }
    const auto& ours = Colors::light().stageDots;
    if (const auto known = std::ranges::find(ours, dot); known != ours.end()) {
        return m_colors->stageDots[static_cast<size_t>(known - ours.begin())];
    }
    for (int step = 0; step < 20 && contrast(dot, m_colors->column) < least; ++step) {
        const float lightness = dot.lightnessF() + (m_colors->dark ? 0.05F : -0.05F);
        dot = QColor::fromHslF(std::max(0.0F, dot.hslHueF()), dot.hslSaturationF(), std::clamp(lightness, 0.0F, 1.0F));
    }
    return dot;
}

void Theme::apply()
{
    const Colors& c = *m_colors;
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::Button, c.base);
    palette.setColor(QPalette::AlternateBase, c.alt);
    palette.setColor(QPalette::Light, c.base);
    palette.setColor(QPalette::Midlight, c.line);
    palette.setColor(QPalette::Mid, c.line2);
    palette.setColor(QPalette::Dark, c.control);
    palette.setColor(QPalette::Shadow, c.control);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.accentFillText);
    palette.setColor(QPalette::PlaceholderText, c.text3);
    palette.setColor(QPalette::Highlight, c.soft);
    palette.setColor(QPalette::HighlightedText, c.text);
    palette.setColor(QPalette::Link, c.accentText);
    palette.setColor(QPalette::LinkVisited, c.accentText);
    palette.setColor(QPalette::ToolTipBase, c.toast);
    palette.setColor(QPalette::ToolTipText, c.toastText);
    QColor faint = c.text3;
    faint.setAlphaF(0.6F);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        palette.setColor(QPalette::Disabled, role, faint);
    }
    if (auto* style = qobject_cast<Style*>(QApplication::style())) {
        style->setColors(c);
    } else {
        QApplication::setStyle(new Style(c)); // the application owns it
    }
    QApplication::setPalette(palette);
    QApplication::setFont(font(TextStyle::Body));
}

} // namespace keyturn
