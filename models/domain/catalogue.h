// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/saved_view.h"
#include "models/domain/stage.h"

#include <QHash>
#include <QMetaType>
#include <QStringList>

#include <vector>

namespace keyturn {

struct User
{
    UserId id;
    QString email;
    QString firstName;
    QString lastName;
    QString role;
    QString timezone; ///< IANA name
    QString phone;
    QString jobTitle;
    QString nmlsId;
    bool isActive = true;
    qint64 version = 1;
    std::vector<SavedView> views = {}; ///< own ones, in the order in which they were made

    [[nodiscard]] QString name() const;
    [[nodiscard]] QString initials() const;

    friend bool operator==(const User&, const User&) = default;
};

struct Tag
{
    TagId id;
    QString name;
    QString color;

    friend bool operator==(const Tag&, const Tag&) = default;
};

/// A field that the organization declared in its settings; its values live in lead_profiles.custom_fields.
struct CustomField
{
    enum class Type { Text, Number, Money, Date, Choice, YesNo };
    QString key;
    QString label;
    Type type = Type::Text;
    QStringList choices;

    friend bool operator==(const CustomField&, const CustomField&) = default;
};

/// The small reference data every page needs at hand: who works here, which stages there are, and so on. A value; the
/// workspace hands out a new one when it changes.
struct Catalogue
{
    OrganizationId organization;
    QString organizationName;
    QString organizationTimezone;
    qint64 organizationVersion = 1;
    UserId me;
    DeviceId device;
    PipelineId pipeline;
    std::vector<Stage> stages; ///< in board order
    std::vector<User> users;   ///< active first, then by name
    std::vector<Tag> tags;     ///< by name
    std::vector<CustomField> customFields;
    QStringList exitReasons; ///< codes
    std::vector<SavedView> sharedViews;

    [[nodiscard]] const Stage* stage(StageId id) const;
    [[nodiscard]] const Stage* stageByKey(const QString& key) const;
    [[nodiscard]] const Stage* initialStage() const;
    [[nodiscard]] const User* user(UserId id) const;
    [[nodiscard]] const User* userByEmail(const QString& email) const;
    [[nodiscard]] const Tag* tag(TagId id) const;
    [[nodiscard]] const Tag* tagByName(const QString& name) const;
    /// Mine and the shared ones, by name.
    [[nodiscard]] std::vector<SavedView> views() const;

    friend bool operator==(const Catalogue&, const Catalogue&) = default;
};

} // namespace keyturn

Q_DECLARE_METATYPE(keyturn::Catalogue)
