// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_workspace.h"
#include "tests/support/test_catalogue.h"
#include "tests/support/test_main.h"
#include "tests/support/ui_context.h"
#include "ui/kit/tab_bar.h"
#include "ui/search/search_page.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace keyturn;
using namespace keyturn::test;

namespace {

struct Fixture
{
    Theme theme;
    KeptPreferences preferences;
    WillingPrompts prompts;
    UiContext ui{theme, preferences, prompts};
    FakeWorkspace book{catalogue()};
    LeadStore store{book};
    QWidget window;
    std::unique_ptr<SearchPage> page;

    explicit Fixture(bool dark = false)
    {
        theme.setReducedMotion(true);
        theme.setAppearance(dark ? Theme::Appearance::Dark : Theme::Appearance::Light);
        window.resize(1000, 700);
        page = std::make_unique<SearchPage>(book, store, ui, &window);
        page->setGeometry(window.rect());
        window.show();
        window.activateWindow();
    }
    [[nodiscard]] QLineEdit& field() const { return *page->findChild<QLineEdit*>(QStringLiteral("searchText")); }
    [[nodiscard]] QListView& list() const { return *page->findChild<QListView*>(QStringLiteral("searchList")); }
    [[nodiscard]] bool shows(const char* name) const
    {
        const auto* child = page->findChild<QWidget*>(QString::fromLatin1(name));
        return child != nullptr && !child->isHidden();
    }
    /// Kept where somebody wants to look at them.
    [[nodiscard]] QPixmap picture(const char* name) const
    {
        const QPixmap shot = page->grab();
        const QString folder = qEnvironmentVariable("KEYTURN_PICTURES");
        if (!folder.isEmpty()) {
            shot.save(QDir(folder).filePath(QString::fromLatin1(name)));
        }
        return shot;
    }
    void find(int count)
    {
        book.searchResults.hits.clear();
        for (int i = 0; i < count; ++i) {
            SearchHit hit;
            hit.kind = i == 0 ? SearchKind::Lead : SearchKind::Note;
            hit.id = QString::number(i);
            hit.lead = leadId(quint32(i + 1));
            hit.leadName = QStringLiteral("Ann Lee");
            hit.title = i == 0 ? QStringLiteral("Ann Lee") : QString();
            hit.stage = book.catalogue().stages.front().id;
            hit.excerpt = {QStringLiteral("wants a walnut floor"), {{8, 6}}};
            book.searchResults.hits.push_back(hit);
        }
    }
};

} // namespace

class TestSearchPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void saysWhatItIsFor()
    {
        const Fixture f;
        QVERIFY(!f.picture("search-start.png").isNull());
        QVERIFY(f.shows("searchStart"));
        QVERIFY(!f.shows("searchList"));
        for (const QWidget* child : f.page->findChildren<QWidget*>()) {
            if (child->focusPolicy() != Qt::NoFocus) {
                QVERIFY2(!child->accessibleName().isEmpty(), qPrintable(child->objectName()));
            }
        }
    }

    void findsAsOneTypes()
    {
        Fixture f;
        f.find(3);
        f.book.searchResults.hasMore[static_cast<std::size_t>(SearchKind::Note)] = true;
        f.page->focusContent();
        QTest::keyClicks(&f.field(), QStringLiteral("walnut"));
        QTRY_COMPARE(f.list().model()->rowCount(), 3);
        QVERIFY(f.shows("searchList"));
        QVERIFY(f.shows("searchMore"));
        QVERIFY(!f.shows("searchWord"));
        QCOMPARE(f.page->status().front().text, QStringLiteral("first 3"));
        QCOMPARE(f.book.searches.back().text, QStringLiteral("walnut"));
        // The words are marked in the accent colour, in both looks.
        QTRY_VERIFY(holds(f.picture("search-light.png"), f.theme.colors().accentText));
        Fixture dark(true);
        dark.find(3);
        dark.page->searchFor(QStringLiteral("walnut"));
        QTRY_COMPARE(dark.list().model()->rowCount(), 3);
        QTRY_VERIFY(holds(dark.picture("search-dark.png"), dark.theme.colors().accentText));
    }

    void aKindIsLookedAtAlone()
    {
        Fixture f;
        f.page->searchFor(QStringLiteral("ann"));
        f.page->findChild<TabBar*>(QStringLiteral("searchKinds"))->setCurrentIndex(3);
        QCOMPARE(f.book.searches.back().kinds, std::vector{SearchKind::Note});
        QCOMPARE(f.book.searches.back().limit, SearchModel::singleLimit);
    }

    void theTruthAboutWhatIsMissing()
    {
        Fixture f;
        f.book.searchResults.percentIndexed = 40;
        f.book.searchResults.hints = QStringList{QStringLiteral("“color:” is no filter.")};
        f.page->searchFor(QStringLiteral("color:red"));
        QTRY_VERIFY(f.shows("searchNone"));
        QVERIFY(f.shows("searchWord"));
        const QString word = f.page->findChild<QLabel*>(QStringLiteral("searchWord"))->text();
        QVERIFY(word.contains(QStringLiteral("40")));
        QVERIFY(word.contains(QStringLiteral("color:")));
    }

    void opensByTheKeyboard()
    {
        Fixture f;
        f.find(3);
        QSignalSpy opened(f.page.get(), &SearchPage::hitRequested);
        f.page->focusContent();
        QTest::keyClicks(&f.field(), QStringLiteral("walnut"));
        QTRY_COMPARE(f.list().model()->rowCount(), 3);
        QTest::keyClick(&f.field(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened[0][0].value<SearchHit>().id, QStringLiteral("0"));
        f.list().selectionModel()->clear();
        QTest::keyClick(&f.field(), Qt::Key_Down);
        QVERIFY(f.list().selectionModel()->isSelected(f.list().model()->index(0, 0)));
        QTest::keyClick(&f.list(), Qt::Key_Down);
        QVERIFY(f.list().selectionModel()->isSelected(f.list().currentIndex()));
        QTRY_VERIFY(holds(f.picture("search-selected.png"), f.theme.colors().accentLine));
        QTest::keyClick(&f.list(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(opened.count(), 2);
        QCOMPARE(opened[1][0].value<SearchHit>().id, QStringLiteral("1"));
        QCOMPARE(opened[1][1].value<LeadPlace>(), LeadPlace::Page);
        QCOMPARE(f.page->neighbour(leadId(2), 1), leadId(3));
    }

    void whatHangsOnNoLeadSaysSo()
    {
        Fixture f;
        f.find(1);
        f.book.searchResults.hits[0].kind = SearchKind::Contact;
        f.book.searchResults.hits[0].lead = {};
        QSignalSpy opened(f.page.get(), &SearchPage::hitRequested);
        QSignalSpy noticed(f.page.get(), &Page::noticed);
        f.page->searchFor(QStringLiteral("ann"));
        QTRY_COMPARE(f.list().model()->rowCount(), 1);
        QTest::keyClick(&f.field(), Qt::Key_Return);
        QCOMPARE(opened.count(), 0);
        QCOMPARE(noticed.count(), 1);
    }

private:
    /// Whether anything has this colour, nearly.
    static bool holds(const QPixmap& picture, const QColor& wanted)
    {
        const QImage image = picture.toImage();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor here = image.pixelColor(x, y);
                if (std::abs(here.red() - wanted.red()) + std::abs(here.green() - wanted.green()) +
                        std::abs(here.blue() - wanted.blue()) <
                    40) {
                    return true;
                }
            }
        }
        return false;
    }
};

QTEST_MAIN(TestSearchPage)
#include "tst_search_page.moc"
