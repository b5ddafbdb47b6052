// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>
#include <QUuid>

namespace keyturn {

/// The identity of one kind of row: a UUIDv7 (RFC 9562) made by the writing client. Ids of different kinds do not mix,
/// and nothing converts to one by accident. As text: 36 lower-case characters.
template<typename Tag>
class Id
{
public:
    constexpr Id() = default;
    explicit Id(const QUuid& uuid)
        : m_uuid(uuid)
    {}
    /// A null id if `text` is not a UUID.
    static Id fromString(QStringView text) { return Id(QUuid::fromString(text)); }

    [[nodiscard]] bool isNull() const { return m_uuid.isNull(); }
    [[nodiscard]] QString toString() const { return isNull() ? QString() : m_uuid.toString(QUuid::WithoutBraces); }
    [[nodiscard]] const QUuid& uuid() const { return m_uuid; }

    friend bool operator==(const Id& a, const Id& b) { return a.m_uuid == b.m_uuid; }
    friend bool operator!=(const Id& a, const Id& b) { return !(a == b); }
    friend bool operator<(const Id& a, const Id& b) { return a.m_uuid < b.m_uuid; }
    friend size_t qHash(const Id& id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

using OrganizationId = Id<struct OrganizationTag>;
using UserId = Id<struct UserTag>;
using PipelineId = Id<struct PipelineTag>;
using StageId = Id<struct StageTag>;
using LeadId = Id<struct LeadTag>;
using ContactId = Id<struct ContactTag>;
using LeadContactId = Id<struct LeadContactTag>;
using NoteId = Id<struct NoteTag>;
using TagId = Id<struct TagTag>;
using TaskId = Id<struct TaskTag>;
using ActivityId = Id<struct ActivityTag>;
using DocumentId = Id<struct DocumentTag>;
using DeviceId = Id<struct DeviceTag>;
using OperationId = Id<struct OperationTag>;
using ImportBatchId = Id<struct ImportBatchTag>;

} // namespace keyturn

template<typename Tag>
struct std::hash<keyturn::Id<Tag>>
{
    size_t operator()(const keyturn::Id<Tag>& id) const noexcept { return qHash(id); }
};

Q_DECLARE_METATYPE(keyturn::LeadId)
Q_DECLARE_METATYPE(keyturn::StageId)
Q_DECLARE_METATYPE(keyturn::UserId)
Q_DECLARE_METATYPE(keyturn::TaskId)
Q_DECLARE_METATYPE(keyturn::NoteId)
Q_DECLARE_METATYPE(keyturn::TagId)
Q_DECLARE_METATYPE(keyturn::ContactId)
Q_DECLARE_METATYPE(keyturn::LeadContactId)
Q_DECLARE_METATYPE(keyturn::ActivityId)
Q_DECLARE_METATYPE(keyturn::DocumentId)
