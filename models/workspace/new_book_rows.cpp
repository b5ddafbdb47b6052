// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/new_book_rows.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <array>
#include <initializer_list>

namespace keyturn {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::NewBookRows)
};

struct StageRow
{
    const char* key;
    const char* name; ///< the book keeps it in the language it was begun in
    int order;
    const char* kind;
    double probability;
    int rotDays; ///< 0: never
    const char* color;
};

constexpr std::array defaultStages{
    StageRow{"new", QT_TRANSLATE_NOOP("keyturn::NewBookRows", "New"), 10, "open", 0.05, 1, "#7A8494"},
    StageRow{"attempted", QT_TRANSLATE_NOOP("keyturn::NewBookRows", "Attempted"), 20, "open", 0.08, 3, "#7A8494"},
    StageRow{"contacted", QT_TRANSLATE_NOOP("keyturn::NewBookRows", "Contacted"), 30, "open", 0.15, 5, "#7A8494"},
    StageRow{"prequalified", QT_TRANSLATE_NOOP("keyturn::NewBookRows", "Prequalified"), 40, "open", 0.30, 7, "#4483CE"},
    StageRow{"pre_approved", QT_TRANSLATE_NOOP("keyturn::NewBookRows", "Pre-approved"), 50, "open", 0.45, 10,
             "#3E63DD"},
    StageRow{"house_hunting", QT_TRANSLATE_NOOP("keyturn::NewBookRows", "House hunting"), 60, "open", 0.45, 14,
             "#7357D6"},
    StageRow{"under_contract", QT_TRANSLATE_NOOP("keyturn::NewBookRows", "Under contract"), 70, "open", 0.65, 3,
             "#A24BC0"},
    StageRow{"application", QT_TRANSLATE_NOOP("keyturn::NewBookRows", "Application"), 80, "open", 0.70, 3, "#A24BC0"},
    StageRow{"disclosures", QT_TRANSLATE_NOOP("keyturn::NewBookRows", "Disclosures"), 90, "open", 0.75, 3, "#A24BC0"},
    StageRow{"processing", QT_TRANSLATE_NOOP("keyturn::NewBookRows", "Processing"), 100, "open", 0.80, 7, "#BD6F27"},
    StageRow{"underwriting", QT_TRANSLATE_NOOP("keyturn::NewBookRows", "Underwriting"), 110, "open", 0.85, 7,
             "#BD6F27"},
    StageRow{"conditional_approval", QT_TRANSLATE_NOOP("keyturn::NewBookRows", "Conditional approval"), 120, "open",
             0.90, 5, "#279160"},
    StageRow{"clear_to_close", QT_TRANSLATE_NOOP("keyturn::NewBookRows", "Clear to close"), 130, "open", 0.97, 3,
             "#279160"},
    StageRow{"docs_out", QT_TRANSLATE_NOOP("keyturn::NewBookRows", "Docs out"), 140, "open", 0.99, 2, "#279160"},
    StageRow{"funded", QT_TRANSLATE_NOOP("keyturn::NewBookRows", "Funded"), 150, "won", 1, 0, "#19693F"},
    StageRow{"past_client", QT_TRANSLATE_NOOP("keyturn::NewBookRows", "Past client"), 160, "won", 1, 180, "#19693F"},
    StageRow{"nurture", QT_TRANSLATE_NOOP("keyturn::NewBookRows", "Nurture"), 900, "on_ice", 0.05, 90, "#4483CE"},
    StageRow{"withdrawn", QT_TRANSLATE_NOOP("keyturn::NewBookRows", "Withdrawn"), 910, "lost", 0, 0, "#7A8494"},
    StageRow{"denied", QT_TRANSLATE_NOOP("keyturn::NewBookRows", "Denied"), 920, "disqualified", 0, 0, "#7A8494"},
    StageRow{"incomplete", QT_TRANSLATE_NOOP("keyturn::NewBookRows", "Incomplete"), 930, "lost", 0, 0, "#7A8494"},
    StageRow{"lost", QT_TRANSLATE_NOOP("keyturn::NewBookRows", "Lost"), 940, "lost", 0, 0, "#7A8494"},
    StageRow{"disqualified", QT_TRANSLATE_NOOP("keyturn::NewBookRows", "Disqualified"), 950, "disqualified", 0, 0,
             "#7A8494"},
};
constexpr int firstExit = 900;

/// "Summit Home Loans, LLC" becomes "summit-home-loans-llc".
QString slugOf(const QString& name)
{
    QString slug;
    for (const QChar letter : name.toLower()) {
        if (letter.isLetterOrNumber() && letter.unicode() < 128) {
            slug.append(letter);
        } else if (!slug.isEmpty() && !slug.endsWith(QLatin1Char('-'))) {
            slug.append(QLatin1Char('-'));
        }
    }
    while (slug.endsWith(QLatin1Char('-'))) {
        slug.chop(1);
    }
    return slug.isEmpty() ? QStringLiteral("book") : slug.left(80);
}

class Rows
{
public:
    Rows(ChangeSet& changes, QString organization, Instant now)
        : m_changes(changes)
        , m_organization(std::move(organization))
        , m_now(now)
    {}

    void insert(const QString& table, const QString& id, std::initializer_list<std::pair<QString, QVariant>> values)
    {
        RowChange row;
        row.kind = RowChange::Kind::Insert;
        row.table = table;
        row.id = id;
        row.fields.push_back({QStringLiteral("id"), {}, id});
        if (table != QLatin1String("organizations")) {
            row.fields.push_back({QStringLiteral("organization_id"), {}, m_organization});
        }
        for (const auto& [column, value] : values) {
            if (value.isValid()) {
                row.fields.push_back({column, {}, value});
            }
        }
        row.fields.push_back({QStringLiteral("created_at"), {}, m_now.ms});
        row.fields.push_back({QStringLiteral("updated_at"), {}, m_now.ms});
        m_changes.rows.push_back(std::move(row));
    }

private:
    ChangeSet& m_changes;
    QString m_organization;
    Instant m_now;
};

} // namespace

Result<ChangeSet> newBookRows(const NewBook& book, Instant now, const std::function<QUuid()>& newId)
{
    const QString organizationName = book.organization.trimmed();
    const QString email = book.email.trimmed();
    if (organizationName.isEmpty()) {
        return fail(Error::Kind::Invalid, Text::tr("A book needs the name of your company."),
                    QStringLiteral("organization"));
    }
    if (book.firstName.trimmed().isEmpty() && book.lastName.trimmed().isEmpty()) {
        return fail(Error::Kind::Invalid, Text::tr("A book needs your name."), QStringLiteral("name"));
    }
    const qsizetype at = email.indexOf(QLatin1Char('@'));
    if (at < 1 || at == email.size() - 1 || email.contains(QLatin1Char(' '))) {
        return fail(Error::Kind::Invalid, Text::tr("“%1” is not an e-mail address.").arg(email),
                    QStringLiteral("email"));
    }
    const QString zone = book.timezone.isEmpty() ? QString::fromLatin1(QTimeZone::systemTimeZoneId()) : book.timezone;
    if (!QTimeZone(zone.toLatin1()).isValid()) {
        return fail(Error::Kind::Invalid, Text::tr("There is no time zone “%1”.").arg(zone),
                    QStringLiteral("timezone"));
    }

    const auto text = [](const char* latin1) { return QString::fromLatin1(latin1); };
    const auto nextId = [&newId] { return newId().toString(QUuid::WithoutBraces); };
    const QString organization = nextId();
    const QString user = nextId();
    const QString pipeline = nextId();

    ChangeSet changes;
    changes.id = OperationId(newId());
    changes.command = QStringLiteral("new_book");
    changes.author = UserId::fromString(user);
    changes.at = now;
    Rows rows(changes, organization, now);
    rows.insert(text("organizations"), organization,
                {{text("name"), organizationName}, {text("slug"), slugOf(organizationName)}, {text("timezone"), zone}});
    rows.insert(text("users"), user,
                {{text("email"), email},
                 {text("username"), email.left(80)},
                 {text("first_name"), book.firstName.trimmed()},
                 {text("last_name"), book.lastName.trimmed()},
                 {text("role"), text("org_admin")},
                 {text("timezone"), zone}});
    rows.insert(
        text("pipelines"), pipeline,
        {{text("key"), text("mortgage")}, {text("name"), Text::tr("Mortgage Pipeline")}, {text("is_default"), 1LL}});
    for (const StageRow& stage : defaultStages) {
        const bool isExit = stage.order >= firstExit;
        rows.insert(text("pipeline_stages"), nextId(),
                    {{text("pipeline_id"), pipeline},
                     {text("key"), text(stage.key)},
                     {text("name"), Text::tr(stage.name)},
                     {text("order_index"), qint64(stage.order)},
                     {text("color"), text(stage.color)},
                     {text("kind"), text(stage.kind)},
                     {text("win_probability"), stage.probability},
                     {text("rot_days"), stage.rotDays > 0 ? QVariant(qint64(stage.rotDays)) : QVariant()},
                     {text("requires_reason"), qint64(isExit)},
                     {text("is_initial"), qint64(stage.order == 10)}});
    }
    return changes;
}

} // namespace keyturn
