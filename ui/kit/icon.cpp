// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/icon.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QLoggingCategory>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

static void initIconResources()
{
    Q_INIT_RESOURCE(keyturn_icons);
}

namespace keyturn {

namespace {

QByteArray svgSource(const QString& name)
{
    static const bool ready = [] {
        initIconResources();
        return true;
    }();
    Q_UNUSED(ready)
    static QHash<QString, QByteArray> sources;
    auto found = sources.constFind(name);
    if (found == sources.constEnd()) {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(name)); // compiled in: no disk is touched
        if (!file.open(QIODevice::ReadOnly)) {
            qWarning("no icon named %s", qPrintable(name));
        }
        found = sources.insert(name, file.isOpen() ? file.readAll() : QByteArray());
    }
    return *found;
}

// Thinner lines at the sizes where the drawn ones would look heavy.
QByteArray strokeWidth(int size)
{
    if (size >= 20) {
        return QByteArrayLiteral("1.6");
    }
    return size >= 16 ? QByteArrayLiteral("1.75") : QByteArrayLiteral("2");
}

class LineIconEngine final : public QIconEngine
{
public:
    LineIconEngine(QString name, const QColor& color)
        : m_name(std::move(name))
        , m_color(color)
    {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        painter->drawPixmap(rect, scaledPixmap(rect.size() * painter->device()->devicePixelRatioF(), mode, state, 1.0));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        Q_UNUSED(state)
        QColor color = m_color;
        if (mode == QIcon::Disabled) {
            color.setAlphaF(color.alphaF() * 0.6F);
        }
        const int logical = static_cast<int>(std::lround(std::min(size.width(), size.height()) / scale));
        QPixmap pixmap = iconPixmap(m_name, logical, color, scale);
        return pixmap;
    }
    [[nodiscard]] QIconEngine* clone() const override { return new LineIconEngine(m_name, m_color); }

private:
    QString m_name;
    QColor m_color;
};

} // namespace

QPixmap iconPixmap(const QString& name, int size, const QColor& color, qreal devicePixelRatio)
{
    const QString key = QStringLiteral("keyturn-icon/%1/%2/%3/%4")
                            .arg(name)
                            .arg(size)
                            .arg(color.rgba())
                            .arg(static_cast<int>(devicePixelRatio * 100));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    QByteArray svg = svgSource(name);
    if (svg.isEmpty()) {
        return {};
    }
    svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    const QByteArray width = "stroke-width=\"" + strokeWidth(size) + "\"";
    svg.replace("stroke-width=\"2\"", width);
    QSvgRenderer renderer(svg);
    const int pixels = static_cast<int>(std::lround(size * devicePixelRatio));
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    {
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setOpacity(color.alphaF());
        renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon icon(const QString& name, const QColor& color)
{
    return QIcon(new LineIconEngine(name, color));
}

} // namespace keyturn
