// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/book_workspace.h"

#include "models/domain/schema.h"
#include "models/storage/connection.h"

#include <QFile>
#include <QSet>

namespace keyturn::test {

namespace {

FieldEdit edit(const char* field, const QVariant& value)
{
    return {QString::fromLatin1(field), value, std::nullopt};
}

template<typename AnyId>
AnyId freshId()
{
    UuidV7 ids;
    return AnyId(ids.next(SystemClock().now()));
}

QString stageNamed(const Catalogue& catalogue, const char* key)
{
    return catalogue.stageByKey(QString::fromLatin1(key))->id.toString();
}

/// True if the row says nothing but whose it is: what a removed part without a deleted_at leaves.
bool isEmptied(const Statement& row, const QSet<QString>& marks)
{
    static const QSet<QString> identity{QStringLiteral("id"), QStringLiteral("organization_id"),
                                        QStringLiteral("lead_id"), QStringLiteral("created_at")};
    for (int column = 0; column < row.columnCount(); ++column) {
        const QString name = row.columnName(column);
        if (!identity.contains(name) && !marks.contains(name) && !row.isNull(column) &&
            row.text(column) != QLatin1String("{}")) {
            return false;
        }
    }
    return true;
}

QString lineOf(const QString& table, const Statement& row, const QSet<QString>& without)
{
    QString line = table;
    for (int column = 0; column < row.columnCount(); ++column) {
        const QString name = row.columnName(column);
        if (without.contains(name)) {
            continue;
        }
        const QVariant value = row.value(column);
        const QString text = !value.isValid() ? QStringLiteral("∅")
                             : value.metaType().id() == QMetaType::QByteArray
                                 ? QString::fromLatin1(value.toByteArray().toHex())
                                 : value.toString();
        line += QString(u'|' + name + u'=' + text);
    }
    return line;
}

} // namespace

QString TemplateBook::make()
{
    const auto made = await(SoloLibrary().create(exampleBook(m_folder.filePath(QStringLiteral("template.keyturn")))));
    if (!made) {
        return QString(made.error().message % u" | " % made.error().detail);
    }
    catalogue = (*made)->catalogue();
    return book.fill(**made);
}

QString TemplateBook::copy()
{
    const QString path = m_folder.filePath(QStringLiteral("book%1.keyturn").arg(++m_copies));
    return QFile::copy(m_folder.filePath(QStringLiteral("template.keyturn")), path) ? path : QString();
}

QString TemplateBook::newPath()
{
    return m_folder.filePath(QStringLiteral("book%1.keyturn").arg(++m_copies));
}

NewBook exampleBook(const QString& path)
{
    NewBook book;
    book.path = path;
    book.organization = QStringLiteral("Example Home Loans");
    book.firstName = QStringLiteral("Loan");
    book.lastName = QStringLiteral("Officer");
    book.email = QStringLiteral("officer@example.com");
    book.timezone = QStringLiteral("America/Denver");
    return book;
}

QString LivedInBook::fill(Workspace& workspace)
{
    const auto done = [&workspace](const Command& command) {
        const auto answer = await(workspace.submit(command));
        return answer ? QString() : QString(answer.error().message + u" | " + answer.error().detail);
    };
    const auto create = [&](LeadId& id, const char* name, const char* email) {
        id = freshId<LeadId>();
        CreateLead command;
        command.id = id;
        command.fields = {edit("name", QString::fromLatin1(name)), edit("email", QString::fromLatin1(email))};
        command.tags = QStringList{QStringLiteral("Old")};
        return done(command);
    };
    QString error = create(ann, "Ann Lee", "ann@example.com") + create(bob, "Bob Ray", "bob@example.com") +
                    create(eve, "Eve Fox", "eve@example.com") + create(gone, "Gone Away", "gone@example.com");
    error += done(UpdateLeads{
        {ann}, {edit("loan.loan_amount_cents", 30'000'000LL), edit("profile.company", QStringLiteral("Acme"))}});
    error += done(DeleteLeads{{gone}});
    AddNote addNote;
    addNote.id = note = freshId<NoteId>();
    addNote.lead = ann;
    addNote.content = QStringLiteral("Likes *corner* houses");
    error += done(addNote);
    AddTask addTask;
    addTask.id = task = freshId<TaskId>();
    addTask.lead = ann;
    addTask.title = QStringLiteral("Call back");
    addTask.dueDate = QDate(2030, 1, 2);
    error += done(addTask);
    LogActivity log;
    log.lead = ann;
    log.text = QStringLiteral("Talked about rates");
    log.outcome = QStringLiteral("connected");
    error += done(log);
    LinkContact linkContact;
    linkContact.id = link = freshId<LeadContactId>();
    linkContact.lead = ann;
    linkContact.person.set(QStringLiteral("name"), QStringLiteral("Ria Agent"));
    linkContact.person.set(QStringLiteral("email"), QStringLiteral("ria@example.com"));
    linkContact.role = QStringLiteral("buyers_agent");
    error += done(linkContact);
    TimelineQuery query;
    query.lead = ann;
    query.types = QStringList{QStringLiteral("call_logged")};
    const auto page = await(workspace.timeline(query));
    const auto detail = await(workspace.lead(ann));
    if (!page || page->entries.size() != 1 || !detail || detail->contacts.size() != 1) {
        return QString(error + u"the call or the contact is not there");
    }
    call = page->entries.front().id;
    contact = detail->contacts.front().contact;
    return error;
}

std::vector<NamedCommand> everyCommand(const LivedInBook& book, const Catalogue& catalogue)
{
    std::vector<NamedCommand> all;
    const auto add = [&all](const char* name, const Command& command) {
        all.push_back({QString::fromLatin1(name), command});
    };
    const auto text = [](const char* latin1) { return QString::fromLatin1(latin1); };
    const auto stage = [&](const char* key) { return StageId::fromString(stageNamed(catalogue, key)); };
    const std::vector<LeadId> three{book.ann, book.bob, book.eve};

    CreateLead create;
    create.fields = {edit("name", text("New One")), edit("phone", text("+13035550123")), edit("loan.term_months", 360)};
    create.tags = QStringList{text("Old"), text("Brand new")};
    add("create lead", create);
    add("update leads",
        UpdateLeads{{book.ann},
                    {edit("email", text("ann.lee@example.com")), edit("loan.loan_amount_cents", 31'000'000LL),
                     edit("profile.company", text("Other")), edit("lead_temperature", text("hot"))}});
    MoveStage move;
    move.leads = three;
    move.to = stage("processing");
    move.arrangement = {book.eve, book.ann, book.bob};
    add("move many", move);
    MoveStage leave;
    leave.leads = {book.bob};
    leave.to = stage("lost");
    leave.reasonCode = text("competitor");
    add("move to an exit", leave);
    add("arrange cards", ArrangeCards{stage("new"), {book.eve, book.bob, book.ann}});
    add("assign leads", AssignLeads{three, UserId(), text("on leave")});
    add("tag leads", TagLeads{three, QStringList{text("Fresh")}, QStringList{text("Old")}});
    add("delete leads", DeleteLeads{three});
    add("restore leads", RestoreLeads{{book.gone}});
    LogActivity log;
    log.lead = book.bob;
    log.text = text("Left word");
    log.outcome = text("left_voicemail");
    log.durationSeconds = 20;
    add("log a call", log);
    log.type = LogActivity::Type::Custom;
    log.title = text("Sent flowers");
    add("log anything", log);
    AddNote note;
    note.lead = book.bob;
    note.content = text("A note");
    add("add a note", note);
    note.isPrivate = true;
    add("add a private note", note);
    EditNote editNote;
    editNote.id = book.note;
    editNote.content = text("Likes old houses");
    editNote.isPinned = true;
    add("edit a note", editNote);
    add("delete a note", DeleteNote{book.note});
    add("correct an entry", CorrectActivity{book.call, text("Talked about fees"), false});
    add("withdraw an entry", CorrectActivity{book.call, QString(), true});
    AddTask task;
    task.lead = book.bob;
    task.title = text("Send the checklist");
    task.dueDate = QDate(2030, 5, 6);
    task.dueTime = QTime(9, 30);
    task.isFollowUp = true;
    add("add a task", task);
    EditTask editTask;
    editTask.id = book.task;
    editTask.title = text("Call back soon");
    editTask.dueDate = std::optional<QDate>(QDate(2030, 1, 3));
    add("edit a task", editTask);
    add("complete a task", CompleteTask{book.task, true});
    add("delete a task", DeleteTask{book.task});
    LinkContact link;
    link.lead = book.bob;
    link.contact = book.contact;
    link.role = text("buyers_agent");
    link.isPrimary = true;
    add("link a contact", link);
    EditContactLink editLink;
    editLink.id = book.link;
    editLink.notes = text("Prefers mornings");
    add("edit a contact's part", editLink);
    editLink = {};
    editLink.id = book.link;
    editLink.remove = true;
    add("unlink a contact", editLink);
    add("edit a contact", EditContact{book.contact, {edit("company", text("Example Realty"))}});
    AttachDocument attach;
    attach.lead = book.ann;
    attach.fileName = text("offer.pdf");
    attach.mediaType = text("application/pdf");
    attach.content = QByteArray("\0\1PDF", 5);
    add("attach a document", attach);
    EditStage editStage;
    editStage.id = stage("contacted");
    editStage.name = text("Reached");
    editStage.wipLimit = std::optional<int>(12);
    add("edit a stage", editStage);
    CustomField pets;
    pets.key = text("pets");
    pets.label = text("Pets");
    add("define custom fields", DefineCustomFields{{pets}});
    SavedView view;
    view.name = text("Hot refinances");
    view.content = QJsonObject{{text("page"), text("leads")}};
    add("keep a view", KeepView{view});
    view.isShared = true;
    add("share a view", KeepView{view});
    EditOrganization organization;
    organization.name = text("Better Example Loans");
    add("edit the organization", organization);
    EditUser colleague;
    colleague.email = text("second@example.com");
    colleague.firstName = text("Second");
    colleague.lastName = text("Officer");
    add("add a colleague", colleague);
    EditUser self;
    self.id = catalogue.me;
    self.jobTitle = text("Senior loan officer");
    add("edit a user", self);
    add("merge leads", MergeLeads{book.bob, book.ann, {text("email"), text("name")}});
    add("merge the other way", MergeLeads{book.ann, book.eve, {}});
    return all;
}

QStringList dumpOf(const QString& path)
{
    return BookWatcher(path).dump();
}

BookWatcher::BookWatcher(const QString& path)
{
    SqliteOptions options;
    options.path = path;
    options.mode = SqliteOptions::Mode::ReadOnly;
    auto opened = Connection::openSqlite(options);
    if (opened) {
        m_connection = std::move(*opened);
    } else {
        m_lines << opened.error().message;
    }
}

BookWatcher::~BookWatcher() = default;

const QStringList& BookWatcher::dump()
{
    // Changes whenever another connection has committed, and only then.
    const auto version =
        m_connection ? m_connection->number(QStringLiteral("PRAGMA data_version")) : Result<qint64>(-1);
    if (version && *version == m_version) {
        return m_lines;
    }
    m_version = version.value_or(-1);
    m_lines.clear();
    const auto add = [this](const QString& table) {
        const Done done = m_connection->select(QString(u"SELECT * FROM " % table % u" ORDER BY 1, 2"),
                                               [&](const Statement& row) { m_lines << lineOf(table, row, {}); });
        if (!done) {
            m_lines << done.error().message;
        }
    };
    for (const TableSpec& table : tableSpecs()) {
        add(table.name);
    }
    add(QStringLiteral("lead_totals"));
    return m_lines;
}

QStringList presentStateOf(const QString& path)
{
    SqliteOptions options;
    options.path = path;
    options.mode = SqliteOptions::Mode::ReadOnly;
    const auto book = Connection::openSqlite(options);
    return book ? presentStateOf(**book) : QStringList{book.error().message};
}

QStringList presentStateOf(Connection& book)
{
    static const QSet<QString> onlyGrow{QStringLiteral("lead_activities"),   QStringLiteral("lead_assignments"),
                                        QStringLiteral("document_contents"), QStringLiteral("undo_stack"),
                                        QStringLiteral("local_settings"),    QStringLiteral("import_batches")};
    static const QSet<QString> marks{QStringLiteral("version"), QStringLiteral("updated_at"),
                                     QStringLiteral("last_activity_at"), QStringLiteral("stage_entered_at")};
    QStringList lines;
    for (const TableSpec& table : tableSpecs()) {
        if (onlyGrow.contains(table.name)) {
            continue;
        }
        // Users have no deleted_at: they are deactivated.
        const QString live = table.hasDeletedAt()                   ? QStringLiteral(" WHERE deleted_at IS NULL")
                             : table.name == QLatin1String("users") ? QStringLiteral(" WHERE is_active = 1")
                                                                    : QString();
        const Done done =
            book.select(QString(u"SELECT * FROM " % table.name % live % u" ORDER BY 1"), [&](const Statement& row) {
                if (!isEmptied(row, marks)) {
                    lines << lineOf(table.name, row, marks);
                }
            });
        if (!done) {
            lines << done.error().message;
        }
    }
    const Done totals =
        book.select(QStringLiteral("SELECT * FROM lead_totals ORDER BY 1, 2"),
                    [&](const Statement& row) { lines << lineOf(QStringLiteral("lead_totals"), row, {}); });
    if (!totals) {
        lines << totals.error().message;
    }
    return lines;
}

QString difference(const QStringList& before, const QStringList& after)
{
    QStringList lines;
    for (const QString& line : before) {
        if (!after.contains(line)) {
            lines << QString(u"- " % line);
        }
    }
    for (const QString& line : after) {
        if (!before.contains(line)) {
            lines << QString(u"+ " % line);
        }
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace keyturn::test
