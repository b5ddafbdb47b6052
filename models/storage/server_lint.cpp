// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/server_lint.h"

#include "models/storage/connection.h"

namespace keyturn {

namespace {

// Each answers one line a fault. Schemas and roles are named in full: nothing here depends on a search path.
const char* const rules[] = {
    R"(SELECT c.relname || ': row security is not enabled and forced'
       FROM pg_catalog.pg_class c WHERE c.relnamespace = 'keyturn'::regnamespace AND c.relkind IN ('r', 'p')
           AND NOT (c.relrowsecurity AND c.relforcerowsecurity))",

    R"(SELECT c.relname || ': ' || a.grantee::regrole::text || ' holds ' || a.privilege_type
       FROM pg_catalog.pg_class c CROSS JOIN LATERAL pg_catalog.aclexplode(c.relacl) a
       WHERE c.relnamespace IN ('keyturn'::regnamespace, 'keyturn_read'::regnamespace) AND a.grantee <> c.relowner
           AND NOT (a.grantee = 'keyturn_api'::regrole AND a.privilege_type IN ('SELECT', 'INSERT', 'UPDATE')
               AND c.relkind IN ('r', 'p'))
           AND NOT (a.grantee = 'keyturn_api'::regrole AND a.privilege_type = 'DELETE'
               AND c.relname IN ('op_scope', 'board_positions'))
           AND NOT (a.grantee = 'keyturn_member'::regrole AND a.privilege_type = 'SELECT'))",

    R"(SELECT c.relname || '.' || t.attname || ': ' || a.grantee::regrole::text || ' holds ' || a.privilege_type
       FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute t ON t.attrelid = c.oid
           CROSS JOIN LATERAL pg_catalog.aclexplode(t.attacl) a
       WHERE c.relnamespace IN ('keyturn'::regnamespace, 'keyturn_read'::regnamespace)
           AND NOT (a.grantee = 'keyturn_member'::regrole AND a.privilege_type = 'SELECT'))",

    R"(SELECT h.name || ': people may read what is hidden from them'
       FROM unnest(ARRAY['org_memberships', 'team_members', 'ops', 'device_registrations', 'op_scope', 'api_tables',
           'api_columns', 'undo_stack', 'local_settings']) h (name)
       WHERE pg_catalog.has_any_column_privilege('keyturn_member', 'keyturn.' || h.name, 'SELECT'))",

    R"(SELECT c.relname || ': a partition has grants'
       FROM pg_catalog.pg_class c CROSS JOIN LATERAL pg_catalog.aclexplode(c.relacl) a
       WHERE c.relispartition AND a.grantee <> c.relowner)",

    R"(SELECT c.relname || ': a partition can be truncated'
       FROM pg_catalog.pg_class c WHERE c.relispartition AND c.relkind = 'r'
           AND c.relnamespace = 'keyturn'::regnamespace AND NOT EXISTS (
               SELECT 1 FROM pg_catalog.pg_trigger t WHERE t.tgrelid = c.oid
                   AND t.tgname = 'lead_activities_no_truncate' AND t.tgenabled = 'O'))",

    R"(SELECT c.relname || ': a view runs with the rights of its owner'
       FROM pg_catalog.pg_class c WHERE c.relkind IN ('v', 'm')
           AND c.relnamespace IN ('keyturn'::regnamespace, 'keyturn_read'::regnamespace, 'api'::regnamespace)
           AND NOT coalesce(c.reloptions::text LIKE '%security_invoker=true%', false))",

    R"(SELECT c.relname || ': belongs to ' || c.relowner::regrole::text
       FROM pg_catalog.pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'm')
           AND c.relnamespace IN ('keyturn'::regnamespace, 'keyturn_read'::regnamespace)
           AND c.relowner <> 'keyturn_owner'::regrole)",

    // But for a body that was read once and for all when it was made.
    R"(SELECT p.oid::regprocedure::text || ': its search_path is not pinned'
       FROM pg_catalog.pg_proc p
       WHERE p.pronamespace IN ('keyturn'::regnamespace, 'api'::regnamespace, 'admin'::regnamespace)
           AND (p.prosqlbody IS NULL OR p.prosecdef)
           AND NOT coalesce(p.proconfig::text LIKE '%search_path=pg_catalog%', false))",

    R"(SELECT p.oid::regprocedure::text || ': belongs to ' || p.proowner::regrole::text
       FROM pg_catalog.pg_proc p
       WHERE p.pronamespace IN ('keyturn'::regnamespace, 'api'::regnamespace, 'admin'::regnamespace)
           AND p.proowner <> CASE WHEN p.pronamespace = 'api'::regnamespace THEN 'keyturn_api'::regrole
               ELSE 'keyturn_owner'::regrole END)",

    R"(SELECT p.oid::regprocedure::text || ': ' || CASE a.grantee WHEN 0 THEN 'everybody'
           ELSE a.grantee::regrole::text END || ' may call it'
       FROM pg_catalog.pg_proc p
           CROSS JOIN LATERAL pg_catalog.aclexplode(coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))) a
       WHERE p.pronamespace IN ('keyturn'::regnamespace, 'api'::regnamespace, 'admin'::regnamespace)
           AND a.grantee <> p.proowner
           AND NOT (a.grantee = 'keyturn_api'::regrole AND p.pronamespace = 'keyturn'::regnamespace)
           AND NOT (a.grantee = 'keyturn_member'::regrole AND (p.pronamespace = 'api'::regnamespace
               OR p.oid::regprocedure::text IN ('keyturn.my_organization()', 'keyturn.my_user()', 'keyturn.my_role()',
                   'keyturn.may_write()', 'keyturn.may_see_amounts()', 'keyturn.sees_organization()',
                   'keyturn.visible_owners()', 'keyturn.sees_subject(uuid)'))))",

    R"(SELECT c.conrelid::regclass::text || '.' || c.conname || ': a reference can leave its organization'
       FROM pg_catalog.pg_constraint c
       WHERE c.contype = 'f' AND c.connamespace = 'keyturn'::regnamespace AND c.conparentid = 0
           AND c.confrelid NOT IN ('keyturn.organizations'::regclass, 'keyturn.api_tables'::regclass)
           AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.conrelid
               AND a.attname = 'organization_id' AND a.attnum = ANY(c.conkey)))",

    R"(SELECT i.indexrelid::regclass::text || ': a unique key spans organizations'
       FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
       WHERE i.indisunique AND c.relnamespace = 'keyturn'::regnamespace AND c.relname NOT IN ('organizations',
               'org_memberships', 'schema_meta', 'schema_migrations', 'api_tables', 'api_columns', 'undo_stack',
               'local_settings')
           AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_attribute a WHERE a.attrelid = i.indrelid
               AND a.attname = 'organization_id' AND a.attnum = ANY(i.indkey)))",

    R"(SELECT c.relname || ': nothing keeps its organizations apart'
       FROM pg_catalog.pg_class c
       WHERE c.relnamespace = 'keyturn'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
           AND (pg_catalog.has_any_column_privilege('keyturn_member', c.oid, 'SELECT')
               OR pg_catalog.has_any_column_privilege('keyturn_api', c.oid, 'INSERT, UPDATE'))
           AND c.relname NOT IN ('schema_meta', 'schema_migrations')
           AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_policy p WHERE p.polrelid = c.oid AND NOT p.polpermissive
               AND p.polcmd = '*' AND p.polroles @> ARRAY['keyturn_member'::regrole::oid, 'keyturn_api'::regrole::oid]
               AND pg_catalog.pg_get_expr(p.polqual, p.polrelid) LIKE '%my_organization()%'))",

    R"(SELECT c.relname || ': a policy lets rows be deleted'
       FROM pg_catalog.pg_policy p JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
       WHERE p.polpermissive AND p.polcmd = 'd')",

    R"(SELECT w.name || ': it can still be changed'
       FROM unnest(ARRAY['lead_activities', 'lead_assignments', 'consents', 'ops', 'access_log']) w (name)
       WHERE (SELECT count(*) FROM pg_catalog.pg_trigger t WHERE t.tgrelid = ('keyturn.' || w.name)::regclass
           AND t.tgenabled = 'O' AND t.tgname IN (w.name || '_append_only', w.name || '_no_truncate')) <> 2)",

    R"(SELECT r.rolname || ': the role can do more than it should'
       FROM pg_catalog.pg_roles r
       WHERE r.rolname IN ('keyturn_owner', 'keyturn_api', 'keyturn_member')
           AND (r.rolcanlogin OR r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication))",

    R"(SELECT m.login || ': the login can do more than it should'
       FROM keyturn.org_memberships m JOIN pg_catalog.pg_roles r ON r.rolname = m.login
       WHERE r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication
           OR pg_catalog.pg_has_role(r.oid, 'keyturn_owner', 'MEMBER')
           OR pg_catalog.pg_has_role(r.oid, 'keyturn_api', 'MEMBER'))",

    R"(SELECT 'keyturn_member belongs to ' || g.roleid::regrole::text FROM pg_catalog.pg_auth_members g
       WHERE g.member IN ('keyturn_member'::regrole, 'keyturn_api'::regrole))",

    R"(SELECT n.nspname || ': ' || CASE a.grantee WHEN 0 THEN 'everybody' ELSE a.grantee::regrole::text END || ' holds '
           || a.privilege_type
       FROM pg_catalog.pg_namespace n CROSS JOIN LATERAL pg_catalog.aclexplode(n.nspacl) a
       WHERE n.nspname IN ('keyturn', 'keyturn_read', 'api', 'admin', 'public') AND a.grantee <> n.nspowner
           AND NOT (a.privilege_type = 'USAGE' AND n.nspname IN ('keyturn', 'keyturn_read', 'api')
               AND a.grantee IN ('keyturn_member'::regrole, 'keyturn_api'::regrole)))",

    R"(SELECT 'everybody may ' || a.privilege_type || ' in this database'
       FROM pg_catalog.pg_database d
           CROSS JOIN LATERAL pg_catalog.aclexplode(coalesce(d.datacl, pg_catalog.acldefault('d', d.datdba))) a
       WHERE d.datname = pg_catalog.current_database() AND a.grantee = 0)",

    R"(SELECT 'keyturn_member holds ' || p.name || ' on the database'
       FROM unnest(ARRAY['CREATE', 'TEMPORARY']) p (name)
       WHERE pg_catalog.has_database_privilege('keyturn_member', pg_catalog.current_database(), p.name))",

    R"(SELECT a.attrelid::regclass::text || '.' || a.attname || ': no rule says who writes it'
       FROM keyturn.api_tables t JOIN pg_catalog.pg_attribute a ON a.attrelid = ('keyturn.' || t.name)::regclass
           AND a.attnum > 0 AND NOT a.attisdropped
       WHERE NOT EXISTS (SELECT 1 FROM keyturn.api_columns c WHERE c.table_name = t.name AND c.name = a.attname))",
};

} // namespace

Result<QStringList> serverFaults(Connection& connection)
{
    QStringList faults;
    for (const char* const rule : rules) {
        KEYTURN_TRY(connection.select(QString::fromUtf8(rule), [&](const Statement& row) { faults << row.text(0); }));
    }
    return faults;
}

} // namespace keyturn
