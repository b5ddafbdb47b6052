// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/file_pane.h"

#include "ui/import/past_imports.h"
#include "ui/import/row_table.h"
#include "ui/kit/button.h"
#include "ui/kit/combo_field.h"
#include "ui/kit/empty_state.h"
#include "ui/kit/label.h"
#include "ui/kit/line_field.h"
#include "ui/kit/scroll_area.h"
#include "ui/kit/section_card.h"
#include "ui/kit/surface.h"
#include "ui/kit/switch.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace keyturn {

namespace {

QString delimiterName(QChar delimiter)
{
    switch (delimiter.unicode()) {
    case u',':
        return FilePane::tr("Comma");
    case u';':
        return FilePane::tr("Semicolon");
    case u'\t':
        return FilePane::tr("Tab");
    case u'|':
        return FilePane::tr("Bar");
    default:
        return QString(delimiter);
    }
}

} // namespace

FilePane::FilePane(const UiContext& context, ImportFlow& flow, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_flow(flow)
    , m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("filePane"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(makeFile());
    follow();
}

QWidget* FilePane::makeEmpty()
{
    Theme& theme = m_context.theme;
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(20, 0, 20, 20);
    column->setSpacing(12);
    auto* drop = new Surface(theme, &Colors::base);
    drop->setBox(&Colors::line, 8);
    drop->setMinimumHeight(300);
    auto* inside = new QVBoxLayout(drop);
    auto* empty = new EmptyState(theme, QStringLiteral("file-up"), tr("Bring your list"),
                                 tr("Drop a file here, or choose one: CSV, TSV, an Excel workbook or address cards. "
                                    "Nothing is changed before you have seen what would happen."));
    m_choose = new Button(theme, Button::Kind::Primary, tr("Choose a file"));
    m_choose->setIconName(QStringLiteral("folder-open"));
    m_choose->setObjectName(QStringLiteral("importChoose"));
    empty->addAction(m_choose);
    inside->addWidget(empty);
    column->addWidget(drop);
    m_past = new PastImports(m_context, m_flow);
    column->addWidget(m_past);
    column->addStretch();
    connect(m_choose, &QAbstractButton::clicked, this, &FilePane::choose);
    connect(m_past, &PastImports::leadsRequested, this, &FilePane::leadsRequested);
    return new ScrollArea(content);
}

QWidget* FilePane::makeFile()
{
    Theme& theme = m_context.theme;
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(20, 0, 20, 20);
    column->setSpacing(12);
    m_card = new SectionCard(theme, {});
    auto* other = new Button(theme, Button::Kind::Secondary, tr("Another file"));
    other->setSmall(true);
    other->setObjectName(QStringLiteral("importOther"));
    connect(other, &QAbstractButton::clicked, this, &FilePane::choose);
    m_card->addHeaderWidget(other);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    m_encoding = new ComboField(theme, tr("Encoding"));
    m_encoding->box().setObjectName(QStringLiteral("importEncoding"));
    for (const TextEncoding encoding : knownEncodings()) {
        m_encoding->addItem(encodingName(encoding), encodingName(encoding));
    }
    m_delimiter = new ComboField(theme, tr("Cells are divided by"));
    m_delimiter->box().setObjectName(QStringLiteral("importDelimiter"));
    for (const QChar delimiter : {QChar(u','), QChar(u';'), QChar(u'\t'), QChar(u'|')}) {
        m_delimiter->addItem(delimiterName(delimiter), QString(delimiter));
    }
    m_sheet = new ComboField(theme, tr("Sheet"));
    m_sheet->box().setObjectName(QStringLiteral("importSheet"));
    m_skipped = new LineField(theme, tr("Rows above the table"));
    m_skipped->edit().setObjectName(QStringLiteral("importSkipped"));
    m_skipped->edit().setValidator(new QIntValidator(0, 49, m_skipped));
    m_headerHost = new QWidget;
    auto* headerColumn = new QVBoxLayout(m_headerHost);
    headerColumn->setContentsMargins(0, 20, 0, 0);
    m_header = new Switch(theme, tr("First row holds names"));
    m_header->setObjectName(QStringLiteral("importHeader"));
    m_header->setCheckable(true);
    headerColumn->addWidget(m_header);
    headerColumn->addStretch();
    for (QWidget* field : std::initializer_list<QWidget*>{m_sheet, m_encoding, m_delimiter, m_skipped}) {
        row->addWidget(field, 1);
    }
    row->addWidget(m_headerHost, 1);
    m_card->body()->addLayout(row);
    m_facts = new Label(theme, TextStyle::Small, &Colors::text2);
    m_facts->setWordWrap(true);
    m_card->body()->addWidget(m_facts);
    column->addWidget(m_card);
    m_previewCard = new SectionCard(theme, tr("First rows"));
    m_previewCard->body()->setContentsMargins(1, 0, 1, 1);
    m_table = new RowTable(theme, m_preview);
    m_table->setObjectName(QStringLiteral("importPreview"));
    m_table->setAccessibleName(tr("First rows of the file"));
    m_previewCard->body()->addWidget(m_table);
    column->addWidget(m_previewCard, 1);

    connect(m_encoding, &ComboField::committed, this, [this](const QVariant& value) {
        wish([&value](TableWishes& wishes) { wishes.encoding = encodingFromName(value.toString()); });
    });
    connect(m_delimiter, &ComboField::committed, this, [this](const QVariant& value) {
        wish([&value](TableWishes& wishes) { wishes.delimiter = value.toString().front(); });
    });
    connect(m_sheet, &ComboField::committed, this, [this](const QVariant& value) {
        // Another sheet is another table: what was said about the first one does not hold for it.
        wish([&value](TableWishes& wishes) {
            wishes = {};
            wishes.sheet = value.toString();
        });
    });
    connect(m_skipped, &LineField::committed, this,
            [this](const QString& text) { wish([&text](TableWishes& wishes) { wishes.skippedRows = text.toInt(); }); });
    connect(m_header, &QAbstractButton::clicked, this,
            [this](bool on) { wish([on](TableWishes& wishes) { wishes.hasHeader = on; }); });
    return content;
}

void FilePane::wish(const std::function<void(TableWishes&)>& edit)
{
    TableWishes wishes = m_flow.wishes();
    edit(wishes);
    m_flow.setWishes(wishes);
}

void FilePane::choose()
{
    m_context.prompts.openFile(this, tr("Import a list"),
                               {tr("Lists (*.csv *.tsv *.txt *.xlsx *.vcf)"), tr("All files (*)")},
                               [this](const QString& path) {
                                   if (!path.isEmpty()) {
                                       m_flow.open(path);
                                   }
                               });
}

void FilePane::follow()
{
    const TableLook* look = m_flow.look();
    m_stack->setCurrentIndex(look == nullptr ? 0 : 1);
    m_choose->setEnabled(m_flow.state() != ImportFlow::State::Reading);
    if (look == nullptr) {
        return;
    }
    const bool isText = look->format == TableLook::Format::Csv;
    const bool isBook = look->format == TableLook::Format::Xlsx;
    m_card->setTitle(m_flow.fileName());
    m_card->setNote(isText ? tr("Text") : (isBook ? tr("Excel workbook") : tr("Address cards")));
    m_encoding->setVisible(isText);
    m_delimiter->setVisible(isText);
    m_sheet->setVisible(isBook);
    m_skipped->setVisible(isText || isBook);
    m_headerHost->setVisible(isText || isBook);
    m_encoding->setValue(encodingName(look->encoding));
    m_delimiter->setValue(QString(look->dialect.delimiter));
    if (isBook) {
        m_sheet->clear();
        for (const QString& sheet : look->sheets) {
            m_sheet->addItem(sheet, sheet);
        }
        m_sheet->setValue(look->sheet);
    }
    m_skipped->setText(QString::number(look->shape.skippedRows), false);
    m_header->setChecked(look->shape.hasHeader);
    const QString columns = tr("%Ln column(s)", nullptr, static_cast<int>(look->shape.columns.size()));
    const TableSurvey* survey = m_flow.survey();
    m_facts->setText(survey == nullptr ? tr("%1, counting the rows\u2026").arg(columns)
                                       : tr("%1, %2. What was recognised can be overruled; the rows below follow.")
                                             .arg(columns, tr("%Ln row(s)", nullptr, static_cast<int>(survey->rows))));
    m_preview.show(*look);
    m_table->fitColumns(90, 240);
}

} // namespace keyturn
