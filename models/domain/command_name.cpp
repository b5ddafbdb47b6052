// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/commands.h"

namespace keyturn {

namespace {

struct Name
{
    QString operator()(const CreateLead&) const { return QStringLiteral("create_lead"); }
    QString operator()(const UpdateLeads&) const { return QStringLiteral("update_leads"); }
    QString operator()(const MoveStage&) const { return QStringLiteral("move_stage"); }
    QString operator()(const ArrangeCards&) const { return QStringLiteral("arrange_cards"); }
    QString operator()(const AssignLeads&) const { return QStringLiteral("assign_leads"); }
    QString operator()(const TagLeads&) const { return QStringLiteral("tag_leads"); }
    QString operator()(const DeleteLeads&) const { return QStringLiteral("delete_leads"); }
    QString operator()(const RestoreLeads&) const { return QStringLiteral("restore_leads"); }
    QString operator()(const MergeLeads&) const { return QStringLiteral("merge_leads"); }
    QString operator()(const LogActivity&) const { return QStringLiteral("log_activity"); }
    QString operator()(const AddNote&) const { return QStringLiteral("add_note"); }
    QString operator()(const EditNote&) const { return QStringLiteral("edit_note"); }
    QString operator()(const DeleteNote&) const { return QStringLiteral("delete_note"); }
    QString operator()(const CorrectActivity&) const { return QStringLiteral("correct_activity"); }
    QString operator()(const AddTask&) const { return QStringLiteral("add_task"); }
    QString operator()(const EditTask&) const { return QStringLiteral("edit_task"); }
    QString operator()(const CompleteTask&) const { return QStringLiteral("complete_task"); }
    QString operator()(const DeleteTask&) const { return QStringLiteral("delete_task"); }
    QString operator()(const LinkContact&) const { return QStringLiteral("link_contact"); }
    QString operator()(const EditContactLink&) const { return QStringLiteral("edit_contact_link"); }
    QString operator()(const EditContact&) const { return QStringLiteral("edit_contact"); }
    QString operator()(const AttachDocument&) const { return QStringLiteral("attach_document"); }
    QString operator()(const EditStage&) const { return QStringLiteral("edit_stage"); }
    QString operator()(const DefineCustomFields&) const { return QStringLiteral("define_custom_fields"); }
    QString operator()(const KeepView&) const { return QStringLiteral("keep_view"); }
    QString operator()(const EditOrganization&) const { return QStringLiteral("edit_organization"); }
    QString operator()(const EditUser&) const { return QStringLiteral("edit_user"); }
};

} // namespace

QString commandName(const Command& command)
{
    return std::visit(Name{}, command);
}

} // namespace keyturn
