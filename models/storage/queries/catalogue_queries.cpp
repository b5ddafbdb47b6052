// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/queries/catalogue_queries.h"

#include "models/storage/queries/rows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <array>

namespace keyturn::queries {

namespace {

constexpr std::array fieldTypes{
    std::pair{"text", CustomField::Type::Text},     std::pair{"number", CustomField::Type::Number},
    std::pair{"money", CustomField::Type::Money},   std::pair{"date", CustomField::Type::Date},
    std::pair{"choice", CustomField::Type::Choice}, std::pair{"yes_no", CustomField::Type::YesNo},
};

constexpr std::array shippedExitReasons{
    "rate_or_fees",  "competitor", "no_response",     "credit",    "income_or_dti",    "assets", "property",
    "changed_plans", "not_buying", "incomplete_file", "duplicate", "bad_contact_data", "spam",   "other"};

CustomField customField(const QJsonObject& json)
{
    CustomField field;
    field.key = json.value(QLatin1String("key")).toString();
    field.label = json.value(QLatin1String("label")).toString(field.key);
    const QString type = json.value(QLatin1String("type")).toString();
    for (const auto& [name, value] : fieldTypes) {
        if (type == QLatin1String(name)) {
            field.type = value;
        }
    }
    const QJsonArray choices = json.value(QLatin1String("choices")).toArray();
    for (const QJsonValue& choice : choices) {
        field.choices.append(choice.toString());
    }
    return field;
}

std::vector<SavedView> savedViews(const QJsonObject& place, bool areShared)
{
    std::vector<SavedView> found;
    const QJsonArray views = place.value(QLatin1String("views")).toArray();
    for (const QJsonValue& value : views) {
        const QJsonObject view = value.toObject();
        found.push_back({view.value(QLatin1String("id")).toString(), view.value(QLatin1String("name")).toString(),
                         view.value(QLatin1String("content")).toObject(), areShared});
    }
    return found;
}

void readSettings(const QString& text, Catalogue& into)
{
    const QJsonObject settings = QJsonDocument::fromJson(text.toUtf8()).object();
    into.sharedViews = savedViews(settings, true);
    const QJsonArray fields = settings.value(QLatin1String("custom_fields")).toArray();
    for (const QJsonValue& field : fields) {
        into.customFields.push_back(customField(field.toObject()));
    }
    const QJsonArray reasons = settings.value(QLatin1String("exit_reasons")).toArray();
    for (const QJsonValue& reason : reasons) {
        into.exitReasons.append(reason.toString());
    }
    if (into.exitReasons.isEmpty()) {
        for (const char* reason : shippedExitReasons) {
            into.exitReasons.append(QString::fromLatin1(reason));
        }
    }
}

Stage stageOf(const Row& row)
{
    Stage stage;
    stage.id = row.id<StageId>(0);
    stage.key = row.text(1);
    stage.name = row.text(2);
    stage.order = int(row.integer(3));
    stage.color = row.text(4);
    stage.kind = stageKindFromKey(row.text(5));
    stage.winPercent = qRound(row.real(6) * 100);
    if (!row.isNull(7)) {
        stage.wipLimit = int(row.integer(7));
    }
    if (!row.isNull(8)) {
        stage.rotDays = int(row.integer(8));
    }
    stage.requiresReason = row.integer(9) != 0;
    stage.isInitial = row.integer(10) != 0;
    stage.version = row.integer(11);
    return stage;
}

User userOf(const Row& row)
{
    User user;
    user.id = row.id<UserId>(0);
    user.email = row.text(1);
    user.firstName = row.text(2);
    user.lastName = row.text(3);
    user.role = row.text(4);
    user.timezone = row.text(5);
    user.phone = row.text(6);
    user.jobTitle = row.text(7);
    user.nmlsId = row.text(8);
    user.isActive = row.integer(9) != 0;
    user.version = row.integer(10);
    if (const QString preferences = row.text(11); preferences.size() > 2) {
        user.views = savedViews(QJsonDocument::fromJson(preferences.toUtf8()).object(), false);
    }
    return user;
}

} // namespace

Result<Catalogue> catalogue(Connection& book)
{
    Catalogue found;
    Together asked(book);
    asked.ask(QStringLiteral("SELECT id, name, timezone, version, settings FROM organizations "
                             "ORDER BY created_at DESC, id DESC"),
              {}, [&found](const Row& row) {
                  found.organization = row.id<OrganizationId>(0);
                  found.organizationName = row.text(1);
                  found.organizationTimezone = row.text(2);
                  found.organizationVersion = row.integer(3);
                  found.customFields.clear();
                  found.exitReasons.clear();
                  readSettings(row.text(4), found);
              });
    asked.ask(QStringLiteral("SELECT id FROM pipelines WHERE is_default = 1 AND deleted_at IS NULL "
                             "ORDER BY created_at DESC, id DESC"),
              {}, [&found](const Row& row) { found.pipeline = row.id<PipelineId>(0); });
    std::vector<std::pair<PipelineId, Stage>> stages;
    asked.ask(QStringLiteral("SELECT id, key, name, order_index, color, kind, win_probability, wip_limit, "
                             "rot_days, requires_reason, is_initial, version, pipeline_id FROM pipeline_stages "
                             "WHERE deleted_at IS NULL ORDER BY order_index, key"),
              {}, [&stages](const Row& row) { stages.emplace_back(row.id<PipelineId>(12), stageOf(row)); });
    asked.ask(QStringLiteral("SELECT id, email, first_name, last_name, role, timezone, phone, job_title, "
                             "nmls_id, is_active, version, preferences FROM users "
                             "ORDER BY is_active DESC, lower(first_name), lower(last_name), id"),
              {}, [&found](const Row& row) { found.users.push_back(userOf(row)); });
    asked.ask(QStringLiteral("SELECT id, name, color FROM tags WHERE deleted_at IS NULL "
                             "ORDER BY lower(name), id"),
              {}, [&found](const Row& row) {
                  found.tags.push_back({row.id<TagId>(0), row.text(1), row.text(2)});
              });
    KEYTURN_TRY(asked.answer());
    if (found.organization.isNull()) {
        return fail(Error::Kind::Corrupt, Words::tr("This book has lost its organization. Open a backup instead."));
    }
    for (auto& [pipeline, stage] : stages) {
        if (pipeline == found.pipeline) {
            found.stages.push_back(std::move(stage));
        }
    }
    return found;
}

bool touchesCatalogue(const ChangeSet& changes)
{
    static const QSet<QString> tables{QStringLiteral("organizations"), QStringLiteral("users"),
                                      QStringLiteral("pipelines"), QStringLiteral("pipeline_stages"),
                                      QStringLiteral("tags")};
    return std::ranges::any_of(changes.rows, [](const RowChange& row) { return tables.contains(row.table); });
}

} // namespace keyturn::queries
