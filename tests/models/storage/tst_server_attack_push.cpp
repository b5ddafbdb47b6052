// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/storage/attack_fixture.h"

using namespace keyturn;
using namespace keyturn::test;

/// Through the door: operations that are forged, replayed, enormous, or full of other people's words.
class TestServerAttackPush : public QObject, protected AttackFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startOrSkip(m_server); }
    void init()
    {
        failOnAnyWarning();
        begin({"anOperationCannotBeForged", "settingsOfTheSessionDoNotReachIntoThePush"});
    }
    void cleanup() { end(); }

    void anOperationCannotBeForged_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* what, const char* expected) {
            QTest::newRow(what) << QString::fromLatin1(what) << QString::fromLatin1(expected);
        };
        row("author", "refused");
        row("organization", "refused");
        row("creator", "refused");
        row("actor", "refused");
        row("author of an entry", "refused");
        row("nobody as the author of an entry", "refused");
        row("assigner", "refused");
        row("uploader", "refused");
        row("caller", "refused");
        row("recorder of a consent", "refused");
        row("completer", "refused");
        row("revision", "refused");
        row("derived column", "ok");
        row("hidden column", "refused");
        row("unknown column", "invalid");
        row("unknown table", "invalid");
        row("hidden table", "invalid");
        row("ledger", "invalid");
        row("partition", "invalid");
        row("another schema", "invalid");
        row("deletion", "invalid");
        row("log row changed", "refused");
        row("consent changed", "refused");
        row("assignment changed", "refused");
        row("moment in the future", "invalid");
        row("consent of tomorrow", "invalid");
        row("birth in the future", "invalid");
        row("birth long ago", "too_old");
        row("creator changed", "refused");
        row("birth changed", "refused");
        row("lead of a note changed", "refused");
        row("foreign contact on my lead", "refused");
        row("foreign lead as the twin", "refused");
        row("foreign note on my task", "refused");
        row("foreign owner", "refused");
        row("stage of another organization", "refused");
        row("key of another row", "refused");
        row("somebody's board", "refused");
        row("existing id", "constraint");
        row("existing id of a foreign lead", "constraint");
        row("too many rows", "invalid");
        row("no rows", "invalid");
        row("rows that are none", "invalid");
        row("fields that are none", "invalid");
        row("field without values", "invalid");
        row("number for a text", "ok");
        row("list for a text", "invalid");
        row("text for a number", "invalid");
        row("text for an id", "invalid");
        row("no device", "invalid");
        row("somebody's device", "refused");
        row("old program", "too_old");
        row("no command", "invalid");
        row("strange command", "invalid");
        row("wrong stage twice", "conflict");
    }
    void anOperationCannotBeForged()
    {
        QFETCH(const QString, what);
        QFETCH(const QString, expected);
        TeamDesk& me = *m_officer;
        const QString mine = m_mine.toString();
        const QString me_ = me.user().toString();
        const QString other = m_second->user().toString();
        const auto note = [&](Values values) {
            RowChange row = insertion(QStringLiteral("lead_notes"), me.textId(),
                                      {{"lead_id", mine}, {"content", QStringLiteral("x")}, {"user_id", me_}}, m_mine);
            for (const auto& [column, value] : values) {
                std::erase_if(row.fields, [column = column](const FieldChange& field) {
                    return field.column == QLatin1String(column);
                });
                row.fields.push_back({QString::fromLatin1(column), {}, value});
            }
            return row;
        };
        const auto entry = [&](const char* column, const QVariant& value) {
            RowChange row = me.activity(m_mine, QStringLiteral("custom"));
            std::erase_if(row.fields, [&](const FieldChange& field) { return field.column == QLatin1String(column); });
            row.fields.push_back({QString::fromLatin1(column), {}, value});
            return row;
        };
        const auto row = [&](const char* table, Values values) {
            return insertion(QString::fromLatin1(table), me.textId(), values, m_mine);
        };
        const auto edit = [&](const char* table, const QString& id, const char* column, const QVariant& value) {
            return updating(QString::fromLatin1(table), id, 1, {{column, value}}, m_mine);
        };
        const auto consent = [&](const QVariant& recorder, qint64 at) {
            return row("consents", {{"lead_id", mine},
                                    {"channel", QStringLiteral("email")},
                                    {"address", QStringLiteral("a@example.com")},
                                    {"action", QStringLiteral("granted")},
                                    {"method", QStringLiteral("verbal")},
                                    {"recorded_by", recorder},
                                    {"occurred_at", at}});
        };
        const qint64 now = TeamDesk::now().ms;
        const qint64 tomorrow = now + qint64(24) * 3600 * 1000;
        const auto admin = m_server.session();
        const auto found = [&](const char* sql) {
            QString text;
            return admin->select(QString::fromLatin1(sql), [&](const Statement& r) { text = r.text(0); }) ? text
                                                                                                          : QString();
        };

        std::vector<RowChange> rows{note({})};
        if (what == QLatin1String("organization")) {
            rows = {note({{"organization_id", m_south->me().organization.toString()}})};
        } else if (what == QLatin1String("creator")) {
            rows = me.newLead(LeadId(me.newId()), QStringLiteral("Eve"), me.user());
            for (FieldChange& field : rows[0].fields) {
                field.after = field.column == QLatin1String("created_by") ? QVariant(other) : field.after;
            }
        } else if (what == QLatin1String("actor")) {
            rows = {entry("actor_id", other)};
        } else if (what == QLatin1String("author of an entry")) {
            rows = {entry("created_by", other)};
        } else if (what == QLatin1String("nobody as the author of an entry")) {
            rows = {entry("created_by", QVariant())};
        } else if (what == QLatin1String("assigner")) {
            rows = me.assign(m_mine, me.user(), m_second->user());
            for (FieldChange& field : rows[1].fields) {
                field.after = field.column == QLatin1String("assigned_by") ? QVariant(other) : field.after;
            }
        } else if (what == QLatin1String("uploader")) {
            rows = {row("documents", {{"lead_id", mine},
                                      {"file_name", QStringLiteral("a")},
                                      {"file_url", QStringLiteral("https://example.com")},
                                      {"uploaded_by", other}})};
        } else if (what == QLatin1String("caller")) {
            rows = {row("communications", {{"lead_id", mine},
                                           {"communication_type", QStringLiteral("call")},
                                           {"direction", QStringLiteral("outbound")},
                                           {"completed_at", now},
                                           {"user_id", other}})};
        } else if (what == QLatin1String("recorder of a consent")) {
            rows = {consent(other, now)};
        } else if (what == QLatin1String("completer")) {
            const QString task = me.textId();
            rows = {
                insertion(QStringLiteral("tasks"), task, {{"lead_id", mine}, {"title", QStringLiteral("x")}}, m_mine),
                updating(QStringLiteral("tasks"), task, 1, {{"completed_by", other}}, m_mine)};
        } else if (what == QLatin1String("revision")) {
            rows = {edit("leads", mine, "rev", 99)};
        } else if (what == QLatin1String("derived column")) {
            rows = {edit("leads", mine, "score", 99)};
        } else if (what == QLatin1String("hidden column")) {
            rows = {row("documents", {{"lead_id", mine},
                                      {"file_name", QStringLiteral("a")},
                                      {"file_url", QStringLiteral("https://example.com")},
                                      {"private_to", me_}})};
        } else if (what == QLatin1String("unknown column")) {
            rows = {edit("leads", mine, "name\" = (SELECT 1), \"email", QStringLiteral("x"))};
        } else if (what == QLatin1String("unknown table")) {
            rows = {row("leads; DROP TABLE leads", {{"name", QStringLiteral("x")}})};
        } else if (what == QLatin1String("hidden table")) {
            rows = {row("org_memberships", {{"login", me.me().login}, {"role", QStringLiteral("org_admin")}})};
        } else if (what == QLatin1String("ledger")) {
            rows = {edit("ops", me.textId(), "status", QStringLiteral("ok"))};
        } else if (what == QLatin1String("partition")) {
            rows = {row("lead_activities_default", {{"title", QStringLiteral("x")}})};
        } else if (what == QLatin1String("another schema")) {
            rows = {row("pg_catalog.pg_authid", {{"rolname", QStringLiteral("x")}})};
        } else if (what == QLatin1String("log row changed")) {
            rows = {edit("lead_activities", found("SELECT id FROM keyturn.lead_activities LIMIT 1"), "title",
                         QStringLiteral("x"))};
        } else if (what == QLatin1String("consent changed")) {
            rows = {edit("consents", me.textId(), "action", QStringLiteral("granted"))};
        } else if (what == QLatin1String("assignment changed")) {
            rows = {edit("lead_assignments", found("SELECT id FROM keyturn.lead_assignments LIMIT 1"), "reason",
                         QStringLiteral("x"))};
        } else if (what == QLatin1String("moment in the future")) {
            rows = {entry("occurred_at", tomorrow)};
        } else if (what == QLatin1String("consent of tomorrow")) {
            rows = {consent(me_, tomorrow)};
        } else if (what == QLatin1String("birth in the future")) {
            rows = {note({{"created_at", tomorrow}})};
        } else if (what == QLatin1String("birth long ago")) {
            rows = {entry("created_at", now - 2 * 366 * qint64(24) * 3600 * 1000)};
        } else if (what == QLatin1String("creator changed")) {
            rows = {edit("leads", mine, "created_by", QVariant())};
        } else if (what == QLatin1String("birth changed")) {
            rows = {edit("leads", mine, "created_at", now - 1000)};
        } else if (what == QLatin1String("lead of a note changed")) {
            const RowChange made = note({});
            rows = {made,
                    updating(QStringLiteral("lead_notes"), made.id, 1, {{"lead_id", m_foreign.toString()}}, m_mine)};
        } else if (what == QLatin1String("foreign contact on my lead")) {
            const QString contact = m_second->textId();
            QCOMPARE(
                outcome(m_second->push(
                    QStringLiteral("link_contact"),
                    {insertion(QStringLiteral("contacts"), contact, {{"name", QStringLiteral("Spouse")}}, m_foreign),
                     insertion(QStringLiteral("lead_contacts"), m_second->textId(),
                               {{"lead_id", m_foreign.toString()}, {"contact_id", contact}}, m_foreign)})),
                QStringLiteral("ok"));
            QCOMPARE(me.db().number(QStringLiteral("SELECT count(*) FROM contacts")), Result<qint64>(0));
            rows = {row("lead_contacts", {{"lead_id", mine}, {"contact_id", contact}})};
        } else if (what == QLatin1String("foreign lead as the twin")) {
            rows = {edit("leads", mine, "duplicate_of_id", m_foreign.toString())};
        } else if (what == QLatin1String("foreign note on my task")) {
            const QString theirs = m_second->textId();
            QCOMPARE(outcome(m_second->push(QStringLiteral("add_note"), {insertion(QStringLiteral("lead_notes"), theirs,
                                                                                   {{"lead_id", m_foreign.toString()},
                                                                                    {"content", QStringLiteral("x")},
                                                                                    {"user_id", other}},
                                                                                   m_foreign)})),
                     QStringLiteral("ok"));
            rows = {row("tasks", {{"lead_id", mine}, {"title", QStringLiteral("x")}, {"note_id", theirs}})};
        } else if (what == QLatin1String("foreign owner")) {
            rows = me.assign(m_mine, me.user(), m_south->user());
        } else if (what == QLatin1String("stage of another organization")) {
            rows = {edit("leads", mine, "stage_id", m_south->stage(QStringLiteral("new")).toString())};
            rows[0].fields[0].before = me.stage(QStringLiteral("new")).toString();
        } else if (what == QLatin1String("key of another row")) {
            rows = {note({{"id", me.textId()}})};
        } else if (what == QLatin1String("somebody's board")) {
            rows = {insertion(
                QStringLiteral("board_positions"), mine,
                {{"stage_id", me.stage(QStringLiteral("new")).toString()}, {"rank", 1}, {"user_id", other}}, m_mine)};
        } else if (what == QLatin1String("existing id")) {
            rows = me.newLead(m_mine, QStringLiteral("Again"), me.user());
        } else if (what == QLatin1String("existing id of a foreign lead")) {
            // Preceded by a look at it: what is made later in the same operation is no excuse.
            rows = me.newLead(m_foreign, QStringLiteral("Again"), me.user());
        } else if (what == QLatin1String("too many rows")) {
            rows.assign(20'001, rows[0]);
            rows.resize(20'001);
            for (RowChange& one : rows) {
                one.fields.clear();
            }
        } else if (what == QLatin1String("no rows")) {
            rows.clear();
        } else if (what == QLatin1String("text for a number")) {
            rows = {edit("leads", mine, "estimated_value_cents", QStringLiteral("1; DROP TABLE x"))};
        } else if (what == QLatin1String("text for an id")) {
            rows = {edit("leads", QStringLiteral("' OR true --"), "name", QStringLiteral("x"))};
        } else if (what == QLatin1String("number for a text")) {
            rows = {note({{"content", 5}})};
        } else if (what == QLatin1String("wrong stage twice")) {
            rows = me.move(m_mine, QStringLiteral("funded"), QStringLiteral("contacted"));
        }

        QJsonObject op = me.operation(QStringLiteral("edit"), rows);
        const auto firstRow = [&](const char* key, const QJsonValue& value) {
            QJsonArray all = op.value(QStringLiteral("rows")).toArray();
            QJsonObject changed = all.at(0).toObject();
            changed.insert(QString::fromLatin1(key), value);
            all.replace(0, changed);
            op.insert(QStringLiteral("rows"), all);
        };
        if (what == QLatin1String("author")) {
            op.insert(QStringLiteral("author"), other);
        } else if (what == QLatin1String("deletion")) {
            firstRow("kind", QStringLiteral("delete"));
        } else if (what == QLatin1String("rows that are none")) {
            op.insert(QStringLiteral("rows"), QStringLiteral("DROP TABLE"));
        } else if (what == QLatin1String("fields that are none")) {
            firstRow("fields", QJsonObject{{QStringLiteral("a"), 1}});
        } else if (what == QLatin1String("field without values")) {
            firstRow("fields", QJsonArray{QJsonArray{QStringLiteral("content")}});
        } else if (what == QLatin1String("list for a text")) {
            firstRow("fields", QJsonArray{QJsonArray{QStringLiteral("content"), QJsonValue(), QJsonArray{1, 2}}});
        } else if (what == QLatin1String("no device")) {
            op.remove(QStringLiteral("device_id"));
        } else if (what == QLatin1String("somebody's device")) {
            QVERIFY(!m_second->addLead(QStringLiteral("Registered")).isNull());
            op.insert(QStringLiteral("device_id"), m_second->device().toString());
            op.insert(QStringLiteral("device_seq"), 1000);
        } else if (what == QLatin1String("old program")) {
            op.insert(QStringLiteral("kind_version"), 0);
        } else if (what == QLatin1String("no command")) {
            op.remove(QStringLiteral("command"));
        } else if (what == QLatin1String("strange command")) {
            op.insert(QStringLiteral("command"), QStringLiteral("x'); SELECT pg_sleep(1); --"));
        }
        const QString before = fingerprint();
        const QJsonObject answer = me.push(op);
        QVERIFY2(outcome(answer) == expected, qPrintable(me.failure().detail + said(answer)));
        if (expected != QLatin1String("ok")) {
            QCOMPARE(fingerprint(), before);
        }
        if (what == QLatin1String("derived column")) {
            QCOMPARE(me.db().number(QStringLiteral("SELECT score FROM leads")), Result<qint64>(0));
        }
        // No answer tells more than it must.
        const QString told = said(answer);
        for (const char* secret : {"Bob Foreign", "bob@example.com", "Sue Abroad", "keyturn.", "pkey", "uq_"}) {
            QVERIFY2(!told.contains(QLatin1String(secret)), qPrintable(told));
        }
    }

    void aForeignLeadCannotBePriedOpen()
    {
        // A conflict tells the present value: not of a row that this operation claims to make, or to give away.
        TeamDesk& me = *m_officer;
        RowChange look = updating(QStringLiteral("leads"), m_foreign.toString(), 1,
                                  {{"stage_id", me.stage(QStringLiteral("funded")).toString()}}, m_foreign);
        auto rows = me.newLead(m_foreign, QStringLiteral("Eve"), me.user());
        rows.insert(rows.begin(), look);
        QCOMPARE(outcome(me.push(QStringLiteral("trick"), rows)), QStringLiteral("refused"));
        auto giving = me.assign(m_foreign, {}, me.user());
        giving.insert(giving.begin(), look);
        const QJsonObject answer = me.push(QStringLiteral("trick"), giving);
        QCOMPARE(outcome(answer), QStringLiteral("refused"));
        QVERIFY(answer.value(QStringLiteral("row")).toObject().value(QStringLiteral("current")).isNull());
        // The reach of an operation ends with it, also when it failed.
        QCOMPARE(me.db().number(QStringLiteral("SELECT count(*) FROM keyturn.leads")), Result<qint64>(1));
        QCOMPARE(outcome(me.push(QStringLiteral("log_activity"), {me.activity(m_foreign, QStringLiteral("custom"))})),
                 QStringLiteral("refused"));
    }

    void injectionTextIsText_data()
    {
        QTest::addColumn<QString>("payload");
        const auto row = [](const char* name, const QString& text) { QTest::newRow(name) << text; };
        row("quote", QStringLiteral("'; DROP TABLE keyturn.leads; --"));
        row("union", QStringLiteral("x' UNION SELECT rolpassword FROM pg_authid --"));
        row("dollar", QStringLiteral("$$; SELECT pg_sleep(10); $$ $f$ END $f$"));
        row("backslash", QStringLiteral("\\'; DROP TABLE keyturn.leads; --"));
        row("percent", QStringLiteral("%s %I %L %1$s %%"));
        row("braces", QStringLiteral("{\"b64\":\"AAAA\"}"));
        row("placeholder", QStringLiteral("? ?? $1 :name"));
        row("path", QStringLiteral("$.rows[*] ? (@.table == \"leads\")"));
        row("unicode", QStringLiteral("\u202e\u0000x").remove(QChar(u'\0')));
        row("quotes of all kinds", QStringLiteral("\" ' ` \u2019 \u02bc"));
        row("lines", QStringLiteral("a\r\nb\tc\u0001"));
    }
    void injectionTextIsText()
    {
        QFETCH(const QString, payload);
        TeamDesk& me = *m_officer;
        const QString before = fingerprint();
        // As a value it arrives as it is.
        const LeadId lead(me.newId());
        QCOMPARE(outcome(me.push(QStringLiteral("create_lead"), me.newLead(lead, payload, me.user()))),
                 QStringLiteral("ok"));
        QString stored;
        QVERIFY(me.db().select(
            QStringLiteral("SELECT name FROM leads WHERE id = ?"), [&](const Statement& row) { stored = row.text(0); },
            lead));
        QCOMPARE(stored, payload);
        RowChange entry = me.activity(lead, QStringLiteral("custom"), {{payload, payload}});
        entry.fields.push_back({QStringLiteral("description"), {}, payload});
        QCOMPARE(outcome(me.push(QStringLiteral("log_activity"), {entry})), QStringLiteral("ok"));
        // Anywhere else it is refused, and does nothing.
        const QJsonObject plain = me.operation(
            QStringLiteral("edit"),
            {updating(QStringLiteral("leads"), lead.toString(), 1, {{"lead_source", QStringLiteral("x")}}, lead)});
        int attempt = 0;
        for (const char* place : {"id", "command", "author", "device_id", "device_seq", "kind_version", "rows"}) {
            QJsonObject op = plain;
            op.insert(QStringLiteral("id"), me.textId());
            op.insert(QStringLiteral("device_seq"), 100 + ++attempt);
            op.insert(QString::fromLatin1(place), payload);
            const QJsonObject answer = me.push(op);
            QVERIFY2(outcome(answer) == QLatin1String("invalid") || outcome(answer) == QLatin1String("refused") ||
                         outcome(answer) == QLatin1String("too_old"),
                     qPrintable(me.failure().detail + said(answer)));
        }
        for (const char* place : {"kind", "table", "id", "fields"}) {
            QJsonObject op = plain;
            op.insert(QStringLiteral("id"), me.textId());
            op.insert(QStringLiteral("device_seq"), 100 + ++attempt);
            QJsonArray rows = op.value(QStringLiteral("rows")).toArray();
            QJsonObject row = rows.at(0).toObject();
            row.insert(QString::fromLatin1(place), payload);
            rows.replace(0, row);
            op.insert(QStringLiteral("rows"), rows);
            QCOMPARE(outcome(me.push(op)), QStringLiteral("invalid"));
        }
        // A column of that name there is not.
        RowChange odd = updating(QStringLiteral("leads"), lead.toString(), 1, {}, lead);
        odd.fields.push_back({payload, {}, payload});
        QJsonObject op = me.operation(QStringLiteral("edit"), {odd});
        op.insert(QStringLiteral("device_seq"), 200);
        QCOMPARE(outcome(me.push(op)), QStringLiteral("invalid"));
        QVERIFY(before != fingerprint()); // the lead
        const auto admin = m_server.session();
        QCOMPARE(admin->number(QStringLiteral("SELECT count(*) FROM keyturn.leads")), Result<qint64>(4));
    }

    void replaysAndReorderingsDoNothing()
    {
        TeamDesk& me = *m_officer;
        const QJsonObject one = me.operation(QStringLiteral("move_stage"),
                                             me.move(m_mine, QStringLiteral("new"), QStringLiteral("contacted")));
        const QJsonObject two = me.operation(QStringLiteral("move_stage"),
                                             me.move(m_mine, QStringLiteral("contacted"), QStringLiteral("new")));
        // The second first: it does not find what it builds on, and the first is late then.
        QCOMPARE(outcome(me.push(two)), QStringLiteral("conflict"));
        QCOMPARE(outcome(me.push(one)), QStringLiteral("invalid"));
        // Under a new id and number an old entry is no new one.
        QJsonObject again = one;
        again.insert(QStringLiteral("id"), me.textId());
        again.insert(QStringLiteral("device_seq"), 50);
        QCOMPARE(outcome(me.push(again)), QStringLiteral("ok"));
        QJsonObject replay = one;
        replay.insert(QStringLiteral("id"), me.textId());
        replay.insert(QStringLiteral("device_seq"), 51);
        QVERIFY(outcome(me.push(replay)) != QLatin1String("ok"));
        // Twice in one call.
        const QJsonObject note = me.operation(
            QStringLiteral("add_note"),
            {insertion(
                QStringLiteral("lead_notes"), me.textId(),
                {{"lead_id", m_mine.toString()}, {"content", QStringLiteral("x")}, {"user_id", me.user().toString()}},
                m_mine)});
        QJsonObject late = note;
        late.insert(QStringLiteral("device_seq"), 60);
        const QJsonArray answers = me.push(QJsonArray{late, late});
        QCOMPARE(answers.at(0), answers.at(1));
        QCOMPARE(me.db().number(QStringLiteral("SELECT count(*) FROM lead_notes")), Result<qint64>(1));
        // Somebody else's operation, word for word.
        QCOMPARE(outcome(m_second->push(one)), QStringLiteral("invalid"));
    }

    void enormousOperationsAreRefusedQuickly()
    {
        TeamDesk& me = *m_officer;
        const auto admin = m_server.session();
        const QString before = fingerprint();
        const auto state = [&](const QString& sql) {
            const Done done = me.db().script(sql);
            return done ? QString() : done.error().nativeCode;
        };
        QCOMPARE(state(QStringLiteral("SELECT api.push(array_fill('{}'::jsonb, ARRAY[101]))")),
                 QStringLiteral("54000"));
        QCOMPARE(state(QStringLiteral("SELECT api.push(ARRAY[ARRAY['{}'::jsonb, '{}'::jsonb]])")),
                 QStringLiteral("54000"));
        QCOMPARE(state(QStringLiteral("SELECT api.push(ARRAY[to_jsonb(repeat('x', 17 * 1024 * 1024))])")),
                 QStringLiteral("54000"));
        QCOMPARE(state(QStringLiteral("SELECT api.push(array_fill(to_jsonb(repeat('x', 300 * 1024)), ARRAY[2]))")),
                 QStringLiteral("54000"));
        // Deeply nested values are text like any other, or too deep for the server itself.
        QCOMPARE(state(QStringLiteral("SELECT api.push(ARRAY[(repeat('[', 100000) || repeat(']', 100000))::jsonb])")),
                 QStringLiteral("54001"));
        QCOMPARE(state(QStringLiteral("SELECT api.push(ARRAY[NULL::jsonb, 'null', '1', '[]', '\"x\"'])")), QString());
        QCOMPARE(state(QStringLiteral("SELECT api.push(NULL)")), QString());
        QCOMPARE(fingerprint(), before);
    }

    void settingsOfTheSessionDoNotReachIntoThePush_data()
    {
        QTest::addColumn<QString>("setting");
        for (const char* setting :
             {"SET search_path = public", "SET row_security = off", "SET timezone = 'Asia/Tokyo'",
              "SET datestyle = 'German, DMY'", "SET bytea_output = 'escape'", "SET transform_null_equals = on",
              "SET extra_float_digits = -15", "SET intervalstyle = 'sql_standard'",
              "SET plpgsql.variable_conflict = 'error'", "SET check_function_bodies = off",
              "SET default_transaction_deferrable = on", "SET array_nulls = off", "SET xmloption = 'document'",
              "SET lc_messages = 'C'", "SET constraint_exclusion = on", "SET plan_cache_mode = 'force_generic_plan'"}) {
            QTest::newRow(setting) << QString::fromLatin1(setting);
        }
    }
    void settingsOfTheSessionDoNotReachIntoThePush()
    {
        QFETCH(const QString, setting);
        TeamDesk& me = *m_officer;
        const Done done = me.db().script(setting);
        if (!done) {
            QCOMPARE(done.error().nativeCode, insufficientPrivilege());
            return;
        }
        const LeadId lead(me.newId());
        auto rows = me.newLead(lead, QStringLiteral("Ünï \\ 'x'"), me.user());
        rows[0].fields.push_back({QStringLiteral("expected_close_date"), {}, QStringLiteral("2030-02-03")});
        rows.push_back(insertion(QStringLiteral("tasks"), me.textId(),
                                 {{"lead_id", lead.toString()},
                                  {"title", QStringLiteral("x")},
                                  {"due_time", QStringLiteral("09:30")},
                                  {"due_at", 1'893'456'789'123LL}},
                                 lead));
        const QJsonObject answer = me.push(QStringLiteral("create_lead"), rows);
        QVERIFY2(outcome(answer) == QLatin1String("ok"), qPrintable(me.failure().detail + said(answer)));
        const auto root = m_server.session();
        const auto row = root->first(
            QStringLiteral("SELECT l.name, l.expected_close_date, t.due_time, t.due_at FROM leads l JOIN tasks t "
                           "ON t.lead_id = l.id WHERE l.id = ?"),
            lead);
        QVERIFY(row && *row);
        QCOMPARE((*row)->text(QStringLiteral("name")), QStringLiteral("Ünï \\ 'x'"));
        QCOMPARE((*row)->text(QStringLiteral("expected_close_date")), QStringLiteral("2030-02-03"));
        QCOMPARE((*row)->text(QStringLiteral("due_time")), QStringLiteral("09:30"));
        QCOMPARE((*row)->integer(QStringLiteral("due_at")), 1'893'456'789'123LL);
        QVERIFY(!m_officer->failure().nativeCode.startsWith(QLatin1String("4")));
    }
};

QTEST_GUILESS_MAIN(TestServerAttackPush)
#include "tst_server_attack_push.moc"
