// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/ui/board/sample_views.h"
#include "ui/board/card_painter.h"

#include <QDir>
#include <QImage>
#include <QPainter>

using namespace keyturn;

class TestCardPainter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void theToolTipLeavesNothingOut()
    {
        const QString tip = CardPainter::toolTip(test::sampleViews()[4]);
        for (const char* part : {"Featherstonehaugh", "$1,284,500", "Conv 30", "Vet", "far too long", "Nov 24",
                                 "certificate of eligibility again", "Hannah Brandt", "Cold", "3 day"}) {
            QVERIFY2(tip.contains(QString::fromLatin1(part)), part);
        }
        QVERIFY(CardPainter::toolTip(test::sampleViews()[3]).contains(QStringLiteral("Do not contact")));
    }

    void paintsEveryKind_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("density");
        QTest::addColumn<double>("scale");
        for (const bool dark : {false, true}) {
            for (const int density : {0, 1}) {
                for (const double scale : {1.0, 2.0}) {
                    QTest::addRow("%s %s %g", dark ? "dark" : "light", density == 0 ? "comfortable" : "compact", scale)
                        << dark << density << scale;
                }
            }
        }
    }
    void paintsEveryKind()
    {
        QFETCH(bool, dark);
        QFETCH(int, density);
        QFETCH(double, scale);
        Theme theme;
        theme.setAppearance(dark ? Theme::Appearance::Dark : Theme::Appearance::Light);
        const CardPainter painter(theme);
        const auto dense = static_cast<Density>(density);
        const auto cards = test::sampleViews();
        const int step = CardPainter::height(dense) + 6;
        const QSize size(430, 12 + step * 4);
        QImage image(size * scale, QImage::Format_RGB32);
        image.setDevicePixelRatio(scale);
        image.fill(theme.colors().column);
        QPainter p(&image);
        for (size_t i = 0; i < cards.size() + 1; ++i) {
            LeadView lead = cards[i % cards.size()];
            lead.pending = i == cards.size();
            const QRectF rect(6 + 210 * int(i / 4), 6 + step * int(i % 4), 190, CardPainter::height(dense));
            painter.paint(p, rect, lead, dense);
            if (i == 0) {
                painter.paintSelected(p, rect);
            } else if (i == 1) {
                painter.paintHover(p, rect);
                painter.paintMore(p, rect, true);
            } else if (i == 4) {
                painter.paintFocus(p, rect, false);
            }
        }
        painter.paintSlot(p, QRectF(216, 6 + step * 3, 190, CardPainter::height(dense)));
        p.end();
        // The middle of the first card is card, the edge of the column is column, and there is ink.
        QCOMPARE(image.pixelColor(QPoint(2, 2) * scale), theme.colors().column);
        QVERIFY(image.pixelColor(QPoint(20, 16) * scale) != theme.colors().column);
        int ink = 0;
        for (int x = 0; x < image.width(); ++x) {
            ink += image.pixelColor(x, int(26 * scale)) != theme.colors().card ? 1 : 0;
        }
        QVERIFY(ink > 20);
        const QString folder = qEnvironmentVariable("KEYTURN_PICTURES");
        if (!folder.isEmpty()) {
            image.save(QDir(folder).filePath(
                QStringLiteral("cards-%1.png").arg(QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'))));
        }
        const QPixmap drag = painter.dragPixmap(cards[0], dense, 190, 3, scale);
        QCOMPARE(drag.deviceIndependentSize().toSize().width(), 190 + 2 * CardPainter::dragMargin);
        if (!folder.isEmpty()) {
            drag.save(QDir(folder).filePath(
                QStringLiteral("drag-%1.png").arg(QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'))));
        }
    }
};

QTEST_MAIN(TestCardPainter)
#include "tst_card_painter.moc"
