-- SPDX-License-Identifier: GPL-3.0-or-later
-- The door of the team's server: api.hello and api.pull to read what is new, api.push as the one way to write.
--
-- Business rules stand in the program and arrive as change sets; this checks what a client may not decide for itself:
-- who it is, what it may touch, what others did meanwhile, and that nothing moves without its entry in the log.

-- What can be written, by whom ------------------------------------------------------------------------------------------

CREATE TABLE keyturn.api_tables (
    name text PRIMARY KEY,
    key_column text NOT NULL DEFAULT 'id',
    -- std, del (has deleted_at), log and content (append-only), own (of one person, written by key)
    bundle text NOT NULL,
    insert_roles text[] NOT NULL,
    update_roles text[] NOT NULL,
    -- where its rows come when many are written together: behind those that they point at; null for never
    turn integer
);

CREATE TABLE keyturn.api_columns (
    table_name text NOT NULL REFERENCES keyturn.api_tables (name),
    name text NOT NULL,
    type text NOT NULL,
    -- plain: whoever arrives last wins, and the value that was lost is told
    -- strict: an operation that did not know the present value is a conflict
    -- monotone: what protects a person is set by everybody and lifted by a manager who knew of it
    -- fixed: set with the row, never changed
    -- follows: the lead of a row, changed by nothing but a merge of just these two leads, and by its undo
    -- self: on a new row the author or nothing, never changed
    -- doer: the author or nothing, whenever it is set
    -- admin: written by administrators; own: also by the person whose row it is
    -- kept: the server's own; a client's word on it is passed over
    -- never: nobody writes it through here
    rule text NOT NULL CHECK (rule IN ('plain', 'strict', 'monotone', 'fixed', 'follows', 'self', 'doer', 'admin', 'own', 'kept',
        'never')),
    -- moments that cannot lie in the future
    is_past boolean NOT NULL DEFAULT false,
    -- the table that it points at: what cannot be seen cannot be pointed at
    target text,
    -- what a new row has that says nothing about it, as JSON
    initial jsonb NOT NULL DEFAULT 'null',
    PRIMARY KEY (table_name, name)
);

INSERT INTO keyturn.api_tables (name, key_column, bundle, insert_roles, update_roles)
SELECT t.name, t.key_column, t.bundle, w.roles_insert, w.roles_update
FROM (VALUES
    ('organizations', 'id', 'std', 'nobody', 'admin'),
    ('users', 'id', 'std', 'admin', 'member'),
    ('pipelines', 'id', 'del', 'manager', 'manager'),
    ('pipeline_stages', 'id', 'del', 'manager', 'manager'),
    ('contacts', 'id', 'del', 'staff', 'staff'),
    ('leads', 'id', 'del', 'staff', 'staff'),
    ('lead_profiles', 'id', 'std', 'staff', 'staff'),
    ('lead_loan_scenarios', 'id', 'std', 'loan', 'loan'),
    ('lead_contacts', 'id', 'del', 'staff', 'staff'),
    ('lead_notes', 'id', 'del', 'staff', 'staff'),
    ('lead_assignments', 'id', 'log', 'staff', 'nobody'),
    ('tags', 'id', 'del', 'staff', 'staff'),
    ('lead_tags', 'id', 'del', 'staff', 'staff'),
    ('tasks', 'id', 'del', 'staff', 'staff'),
    ('documents', 'id', 'del', 'staff', 'staff'),
    ('document_contents', 'sha256', 'content', 'staff', 'nobody'),
    ('consents', 'id', 'log', 'staff', 'nobody'),
    ('communications', 'id', 'del', 'staff', 'staff'),
    ('lead_activities', 'id', 'log', 'staff', 'nobody'),
    ('import_batches', 'id', 'del', 'staff', 'staff'),
    ('board_positions', 'lead_id', 'own', 'staff', 'staff')
) AS t (name, key_column, bundle, inserts, updates)
CROSS JOIN LATERAL (
    SELECT max(r.roles) FILTER (WHERE r.name = t.inserts) AS roles_insert,
        max(r.roles) FILTER (WHERE r.name = t.updates) AS roles_update
    FROM (VALUES
        ('nobody', '{}'::text[]),
        ('admin', '{org_admin,system_admin}'),
        ('manager', '{manager,org_admin,system_admin}'),
        ('loan', '{loan_officer,loan_assistant,processor,manager,org_admin,system_admin,service}'),
        ('staff', '{loan_officer,loan_assistant,processor,marketing,manager,org_admin,system_admin,service}'),
        ('member', '{loan_officer,loan_assistant,processor,marketing,manager,org_admin,system_admin,service}')
    ) AS r (name, roles)) w;

INSERT INTO keyturn.api_columns (table_name, name, type, rule, is_past, target)
SELECT t.name, a.attname, format_type(a.atttypid, NULL),
    CASE
        WHEN a.attname IN ('rev', 'about', 'private_to') THEN 'never'
        WHEN a.attname IN ('organization_id', 'version', 'updated_at') OR a.attname = t.key_column THEN 'kept'
        WHEN t.name = 'leads' AND a.attname IN ('score', 'score_calculated_at', 'total_calls', 'last_sentiment_score',
            'first_contacted_at', 'last_contacted_at', 'last_engagement_at', 'last_activity_at') THEN 'kept'
        WHEN t.name = 'users' AND a.attname = 'last_login_at' THEN 'kept'
        WHEN t.name = 'communications' AND a.attname IN ('email_opened', 'email_clicked') THEN 'kept'
        WHEN t.name = 'board_positions' AND a.attname = 'user_id' THEN 'kept'
        WHEN t.name = 'organizations' AND a.attname IN ('slug', 'subscription_tier', 'is_active') THEN 'never'
        WHEN t.name = 'organizations' THEN 'admin'
        WHEN t.name = 'users' AND a.attname IN ('first_name', 'last_name', 'phone', 'job_title', 'timezone',
            'preferences', 'avatar_url') THEN 'own'
        WHEN t.name = 'users' THEN 'admin'
        WHEN t.bundle IN ('log', 'content') AND a.attname IN ('created_by', 'assigned_by', 'recorded_by') THEN 'self'
        WHEN t.bundle IN ('log', 'content') THEN 'fixed'
        WHEN (t.name, a.attname) IN (('lead_notes', 'user_id'), ('communications', 'user_id'),
            ('documents', 'uploaded_by'), ('leads', 'created_by'), ('tasks', 'created_by'),
            ('import_batches', 'created_by')) THEN 'self'
        WHEN t.name = 'tasks' AND a.attname = 'completed_by' THEN 'doer'
        WHEN a.attname = 'lead_id' AND t.name IN ('lead_notes', 'documents', 'communications', 'lead_tags',
            'lead_contacts') THEN 'follows'
        WHEN a.attname = 'created_at' OR (a.attname = 'lead_id' AND t.name <> 'tasks')
            OR (t.name, a.attname) IN (('lead_contacts', 'contact_id'), ('lead_tags', 'tag_id'),
                ('pipeline_stages', 'pipeline_id'), ('pipeline_stages', 'key'), ('pipelines', 'key'),
                ('documents', 'file_url'), ('documents', 'file_sha256'), ('documents', 'file_size'),
                ('import_batches', 'source_name'), ('import_batches', 'format'), ('import_batches', 'file_sha256'),
                ('import_batches', 'mapping'), ('import_batches', 'started_at')) THEN 'fixed'
        WHEN (t.name, a.attname) IN (('leads', 'stage_id'), ('leads', 'assigned_to'),
            ('leads', 'estimated_value_cents'), ('lead_loan_scenarios', 'loan_amount_cents')) THEN 'strict'
        WHEN t.name IN ('leads', 'contacts') AND a.attname IN ('do_not_contact', 'legal_hold') THEN 'monotone'
        ELSE 'plain'
    END,
    a.attname IN ('created_at', 'occurred_at', 'stage_entered_at', 'assigned_at', 'completed_at'),
    (SELECT f.relname FROM pg_constraint c JOIN pg_class f ON f.oid = c.confrelid
        WHERE c.conrelid = a.attrelid AND c.contype = 'f' AND a.attnum = c.conkey[2])
FROM keyturn.api_tables t
JOIN pg_attribute a ON a.attrelid = ('keyturn.' || t.name)::regclass AND a.attnum > 0 AND NOT a.attisdropped;

UPDATE keyturn.api_tables t SET turn = o.turn
FROM unnest(ARRAY['import_batches', 'tags', 'contacts', 'leads', 'lead_profiles', 'lead_loan_scenarios', 'lead_contacts',
    'lead_assignments', 'lead_tags', 'documents', 'lead_notes', 'tasks', 'consents', 'communications',
    'lead_activities']) WITH ORDINALITY o (name, turn)
WHERE t.name = o.name;

DO $$
DECLARE
    c record;
BEGIN
    FOR c IN
        SELECT k.table_name, k.name, pg_get_expr(d.adbin, d.adrelid) AS expression
        FROM keyturn.api_columns k
        JOIN pg_attribute a ON a.attrelid = ('keyturn.' || k.table_name)::regclass AND a.attname = k.name
        JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE k.rule <> 'kept'
    LOOP
        EXECUTE format('UPDATE keyturn.api_columns SET initial = to_jsonb(%s) WHERE table_name = %L AND name = %L',
            c.expression, c.table_name, c.name);
    END LOOP;
END
$$;

-- A row of an operation: which operation of the call, its place there, the table, insert or update, the fields as sent.
CREATE TYPE keyturn.change_row AS (
    n bigint,
    place bigint,
    name text,
    kind text,
    id uuid,
    given jsonb
);

-- The statements themselves, one function a table and kind, so that a session plans each of them once. Columns that are
-- not given take their defaults.
DO $$
DECLARE
    t keyturn.api_tables;
    names text;
    places text;
    changes text;
    sources text;
    head constant text := ' LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $f$ BEGIN ';
BEGIN
    FOR t IN SELECT a.* FROM keyturn.api_tables a LOOP
        SELECT string_agg(quote_ident(c.name), ', ' ORDER BY a.attnum),
            string_agg(CASE WHEN d.adbin IS NULL THEN format('r.%I', c.name)
                ELSE format('coalesce(r.%I, %s)', c.name, pg_get_expr(d.adbin, d.adrelid)) END, ', ' ORDER BY a.attnum),
            string_agg(quote_ident(c.name), ', ' ORDER BY a.attnum) FILTER (WHERE c.rule <> 'never'
                AND c.rule <> 'fixed' AND (c.rule <> 'kept' OR c.name IN ('version', 'last_activity_at')) OR c.name = 'rev'),
            string_agg(format('r.%I', c.name), ', ' ORDER BY a.attnum) FILTER (WHERE c.rule <> 'never'
                AND c.rule <> 'fixed' AND (c.rule <> 'kept' OR c.name IN ('version', 'last_activity_at')) OR c.name = 'rev')
            INTO names, places, changes, sources
            FROM keyturn.api_columns c
            JOIN pg_attribute a ON a.attrelid = ('keyturn.' || t.name)::regclass AND a.attname = c.name
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE c.table_name = t.name;
        EXECUTE format('CREATE FUNCTION keyturn.insert_%1$s(fields jsonb) RETURNS void' || head
            || 'INSERT INTO keyturn.%1$I (%2$s) SELECT %3$s FROM jsonb_populate_record(NULL::keyturn.%1$I, fields) r%4$s; '
            || 'END $f$', t.name, names, places, CASE t.bundle
                WHEN 'content' THEN ' ON CONFLICT DO NOTHING'
                WHEN 'own' THEN ' ON CONFLICT (lead_id, user_id, organization_id) DO UPDATE SET '
                    'stage_id = excluded.stage_id, rank = excluded.rank'
                ELSE '' END);
        IF EXISTS (SELECT 1 FROM keyturn.api_columns c WHERE c.target = t.name) THEN
            EXECUTE format('CREATE FUNCTION keyturn.sees_%s(wanted uuid) RETURNS boolean' || head
                || 'RETURN EXISTS (SELECT 1 FROM keyturn.%1$I t WHERE t.id = wanted); END $f$', t.name);
            EXECUTE format('CREATE FUNCTION keyturn.sees_all_%s(wanted uuid[]) RETURNS boolean' || head
                || 'RETURN (SELECT count(*) FROM keyturn.%1$I t WHERE t.id = ANY(wanted)) = cardinality(wanted); END $f$',
                t.name);
        END IF;
        IF t.turn IS NOT NULL THEN
            EXECUTE format('CREATE FUNCTION keyturn.insert_all_%1$s(changes keyturn.change_row[], contents jsonb[]) '
                'RETURNS void' || head || 'INSERT INTO keyturn.%1$I (%2$s) SELECT %3$s FROM unnest(changes, contents) '
                'c (n, place, name, kind, id, given, fields), jsonb_populate_record(NULL::keyturn.%1$I, c.fields) r '
                'WHERE c.name = %1$L AND c.kind = ''insert''; END $f$', t.name, names, places);
        END IF;
        IF t.turn IS NOT NULL AND t.bundle <> 'log' THEN
            -- In the order of their ids, which is the one that the caller has them in.
            EXECUTE format('CREATE FUNCTION keyturn.lock_all_%s(wanted uuid[]) RETURNS jsonb[]' || head
                || 'RETURN (SELECT array_agg(l.present ORDER BY l.id) FROM (SELECT t.id, to_jsonb(t) AS present '
                'FROM keyturn.%1$I t WHERE t.id = ANY(wanted) FOR UPDATE) l); END $f$', t.name);
            EXECUTE format('CREATE FUNCTION keyturn.update_all_%1$s(changes keyturn.change_row[], contents jsonb[]) '
                'RETURNS void' || head || 'UPDATE keyturn.%1$I t SET (%2$s) = (SELECT %3$s '
                'FROM jsonb_populate_record(t, c.fields) r) FROM unnest(changes, contents) '
                'c (n, place, name, kind, id, given, fields) WHERE t.id = c.id AND c.name = %1$L '
                'AND c.kind = ''update'' AND c.fields <> ''{}''; END $f$', t.name, changes, sources);
        END IF;
        IF t.bundle IN ('std', 'del') THEN
            EXECUTE format('CREATE FUNCTION keyturn.lock_%s(wanted uuid) RETURNS jsonb' || head
                || 'RETURN (SELECT to_jsonb(t) FROM keyturn.%1$I t WHERE t.id = wanted FOR UPDATE); END $f$', t.name);
            EXECUTE format('CREATE FUNCTION keyturn.update_%1$s(wanted uuid, fields jsonb) RETURNS void' || head
                || 'UPDATE keyturn.%1$I t SET (%2$s) = (SELECT %3$s FROM jsonb_populate_record(t, fields) r) '
                || 'WHERE t.id = wanted; END $f$', t.name, changes, sources);
        END IF;
    END LOOP;
END
$$;

-- The same by the name of the table. A chain of calls that stand there by name: those are planned once a session, a
-- statement put together from its name would be each time.
DO $$
DECLARE
    kind record;
BEGIN
    FOR kind IN
        SELECT * FROM (VALUES
            ('insert', 'fields jsonb', 'void', 'fields'),
            ('update', 'wanted uuid, fields jsonb', 'void', 'wanted, fields'),
            ('lock', 'wanted uuid', 'jsonb', 'wanted'),
            ('sees', 'wanted uuid', 'boolean', 'wanted'),
            ('insert_all', 'changes keyturn.change_row[], contents jsonb[]', 'void', 'changes, contents'),
            ('update_all', 'changes keyturn.change_row[], contents jsonb[]', 'void', 'changes, contents'),
            ('lock_all', 'wanted uuid[]', 'jsonb[]', 'wanted'),
            ('sees_all', 'wanted uuid[]', 'boolean', 'wanted')) AS k (name, parameters, answer, given)
    LOOP
        EXECUTE format('CREATE FUNCTION keyturn.%s_by_name(name text, %s) RETURNS %s LANGUAGE plpgsql '
            'SET search_path = pg_catalog, pg_temp AS $f$ BEGIN %s RAISE EXCEPTION ''no such table''; END $f$',
            kind.name, kind.parameters, kind.answer,
            (SELECT string_agg(format('IF name = %L THEN %s; END IF; ', t.name, CASE kind.answer
                    WHEN 'void' THEN format('PERFORM keyturn.%s_%s(%s); RETURN', kind.name, t.name, kind.given)
                    ELSE format('RETURN keyturn.%s_%s(%s)', kind.name, t.name, kind.given) END), '' ORDER BY t.name)
                FROM keyturn.api_tables t
                WHERE to_regproc(format('keyturn.%s_%s', kind.name, t.name)) IS NOT NULL));
    END LOOP;
END
$$;

-- How far a client's clock may be ahead.
CREATE FUNCTION keyturn.clock_tolerance() RETURNS interval LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $$ SELECT interval '15 minutes' $$;

-- Values ------------------------------------------------------------------------------------------------------------------

-- A value of a change set as the column's own JSON: what to_jsonb() of the row shows, and what goes back into it.
-- Big integers, doubles and bytes come wrapped ({"i"}, {"d"}, {"b64"}), moments as epoch milliseconds, bools as 0 and 1,
-- JSON as its text.
CREATE FUNCTION keyturn.native(value jsonb, type text) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    plain text := CASE
        WHEN jsonb_typeof(value) <> 'object' THEN value #>> '{}'
        WHEN value ? 'i' THEN value ->> 'i'
        WHEN value ? 'd' THEN value ->> 'd'
        WHEN value ? 'b64' THEN value ->> 'b64' END;
BEGIN
    IF value IS NULL OR value = 'null' THEN
        RETURN 'null';
    END IF;
    IF plain IS NULL OR jsonb_typeof(value) = 'array' THEN
        RAISE EXCEPTION 'no value' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    RETURN CASE type
        WHEN 'text' THEN to_jsonb(plain)
        WHEN 'uuid' THEN to_jsonb(plain::uuid)
        WHEN 'timestamp with time zone' THEN to_jsonb('epoch'::timestamptz + plain::bigint * interval '1 millisecond')
        WHEN 'integer' THEN to_jsonb(plain::integer)
        WHEN 'bigint' THEN to_jsonb(plain::bigint)
        WHEN 'numeric' THEN to_jsonb(round(plain::numeric, 2))
        WHEN 'boolean' THEN to_jsonb(plain::boolean)
        WHEN 'date' THEN to_jsonb(plain::date)
        WHEN 'time without time zone' THEN to_jsonb(plain::time(0))
        WHEN 'jsonb' THEN plain::jsonb
        WHEN 'bytea' THEN to_jsonb('\x' || encode(decode(plain, 'base64'), 'hex'))
        ELSE 'null' END;
END
$$;

-- The same without a call for what is usual. Its body is read here and now, so that it needs no search_path of its own
-- and can become a part of the statement that it stands in.
CREATE FUNCTION keyturn.quick_native(value jsonb, type text) RETURNS jsonb LANGUAGE sql STABLE
RETURN CASE jsonb_typeof(value)
    WHEN 'null' THEN value
    WHEN 'string' THEN CASE type
        WHEN 'text' THEN value
        WHEN 'uuid' THEN to_jsonb((value #>> '{}')::uuid)
        WHEN 'jsonb' THEN (value #>> '{}')::jsonb
        ELSE keyturn.native(value, type) END
    WHEN 'number' THEN CASE
        WHEN type IN ('integer', 'bigint') AND value::bigint::text = value::text
            THEN CASE type WHEN 'integer' THEN to_jsonb(value::integer) ELSE value END
        WHEN type = 'timestamp with time zone' AND value::bigint::text = value::text
            THEN to_jsonb('epoch'::timestamptz + value::bigint * interval '1 millisecond')
        ELSE keyturn.native(value, type) END
    ELSE keyturn.native(value, type) END;

-- The way back.
CREATE FUNCTION keyturn.canonical(value jsonb, type text) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN CASE
        WHEN value IS NULL OR value = 'null' THEN 'null'
        WHEN type = 'timestamp with time zone'
            THEN to_jsonb((extract(epoch FROM (value #>> '{}')::timestamptz) * 1000)::bigint)
        WHEN type = 'boolean' THEN CASE WHEN value = 'true' THEN to_jsonb(1) ELSE to_jsonb(0) END
        WHEN type = 'numeric' THEN jsonb_build_object('d', value #>> '{}')
        WHEN type = 'time without time zone' THEN to_jsonb(left(value #>> '{}', 5))
        WHEN type = 'jsonb' THEN to_jsonb(value::text)
        WHEN type = 'bytea' THEN 'null'
        WHEN type = 'bigint' AND abs((value #>> '{}')::numeric) >= 9007199254740992
            THEN jsonb_build_object('i', value #>> '{}')
        ELSE value END;
END
$$;

-- Ends the running operation. `code` is for programs, the sentence for people.
CREATE FUNCTION keyturn.reject(code text, sentence text, place jsonb DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'KT001', MESSAGE = sentence, HINT = code, DETAIL = coalesce(place::text, '');
END
$$;

-- Not there and not yours are one answer.
CREATE FUNCTION keyturn.reject_unseen(table_name text, id text) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT keyturn.reject('refused', 'This is not there, or you may not change it.',
        jsonb_build_object('table', table_name, 'id', id, 'column', NULL, 'current', NULL))
$$;

-- The live lead of the organization that has this address already, whoever's it is. For api.push alone.
CREATE FUNCTION keyturn.find_twin(lead uuid, email text, lead_source text, external_id text) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- In two, for the second has an index. Row security keeps the first from its own: lower() might tell what it is given.
    RETURN (SELECT t.id FROM (
            SELECT l.id, l.created_at FROM keyturn.leads l
            WHERE find_twin.email IS NOT NULL AND l.organization_id = keyturn.my_organization() AND l.id <> lead
                AND l.deleted_at IS NULL AND lower(l.email) = lower(find_twin.email) AND l.email IS NOT NULL
                AND NOT l.email_shared AND l.duplicate_of_id IS NULL
            UNION ALL
            SELECT l.id, l.created_at FROM keyturn.leads l
            WHERE l.organization_id = keyturn.my_organization() AND l.id <> lead AND l.deleted_at IS NULL
                AND l.external_lead_id = external_id
                AND coalesce(l.lead_source, '') = coalesce(find_twin.lead_source, '')) t
        ORDER BY t.created_at, t.id LIMIT 1);
END
$$;

-- Whether anybody has one of these addresses, in small letters, or one of these ids of a source.
CREATE FUNCTION keyturn.have_twins(emails text[], sources text[], external_ids text[]) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM unnest(emails) e WHERE e IS NOT NULL) AND EXISTS (
            SELECT 1 FROM keyturn.leads l JOIN unnest(emails) e (email) ON e.email = lower(l.email)
            WHERE l.organization_id = keyturn.my_organization() AND l.deleted_at IS NULL AND l.email IS NOT NULL
                AND NOT l.email_shared AND l.duplicate_of_id IS NULL) THEN
        RETURN true;
    END IF;
    RETURN EXISTS (SELECT 1 FROM unnest(sources, external_ids) x (source, external_id)
        JOIN keyturn.leads l ON l.external_lead_id = x.external_id AND coalesce(l.lead_source, '') = x.source
        WHERE l.organization_id = keyturn.my_organization() AND l.deleted_at IS NULL);
END
$$;

-- One operation ---------------------------------------------------------------------------------------------------------

-- What an operation has done so far. `needed` and `logged` are told apart at its end: every move, assignment, birth and
-- removal needs its own entry, and no entry tells of one that did not happen.
CREATE TYPE keyturn.op_state AS (
    organization_id uuid,
    user_id uuid,
    role text,
    rev bigint,
    at timestamptz,
    device_id uuid,
    chain_seq bigint,
    chain_hash text,
    chain_rows integer,
    needed text[],
    logged text[],
    born uuid[],
    -- Rows as 'table:id': made by this operation, found within reach, and looked for in vain so far.
    made text[],
    reached text[],
    awaited text[],
    versions jsonb[],
    overwritten jsonb[],
    duplicates jsonb[],
    -- Merges as 'into:other:kept' and their undoing as 'outof:other:kept': done by rows of leads, and told by the log. A
    -- row that changes leads claims its 'way:from:to'.
    merged text[],
    claims text[],
    -- What the server itself carried along, as operations for the ledger.
    carried jsonb
);

CREATE FUNCTION keyturn.check_role(state keyturn.op_state, roles text[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT state.role = ANY(roles) THEN
        PERFORM keyturn.reject('refused', 'Your role does not allow this.');
    END IF;
END
$$;

-- Rules that hold for a column whether its row is new or not.
CREATE FUNCTION keyturn.check_column(state keyturn.op_state, spec keyturn.api_columns, row_id text, value jsonb,
    is_new boolean) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    place constant jsonb := jsonb_build_object('table', spec.table_name, 'id', row_id, 'column', spec.name,
        'current', NULL);
BEGIN
    IF spec.rule = 'never' OR (NOT is_new AND spec.rule IN ('fixed', 'self')) THEN
        PERFORM keyturn.reject('refused', format('%s of %s cannot be changed.', spec.name, spec.table_name), place);
    END IF;
    IF spec.rule IN ('self', 'doer') AND value <> 'null' AND value <> to_jsonb(state.user_id) THEN
        PERFORM keyturn.reject('refused', 'You cannot speak for somebody else.', place);
    END IF;
    IF spec.rule = 'admin' OR (spec.rule = 'own' AND row_id <> state.user_id::text) THEN
        PERFORM keyturn.check_role(state, '{org_admin,system_admin}');
    END IF;
    IF spec.is_past AND value <> 'null' AND (value #>> '{}')::timestamptz > state.at + keyturn.clock_tolerance() THEN
        PERFORM keyturn.reject('invalid', format('%s lies in the future. Check the clock of this computer.', spec.name),
            place);
    END IF;
    -- What happened may be told later; when it was written down is when it was written down.
    IF spec.name = 'created_at' AND value <> 'null' AND (value #>> '{}')::timestamptz < state.at - interval '1 year' THEN
        PERFORM keyturn.reject('too_old', 'This was written more than a year ago and is not taken any more.', place);
    END IF;
END
$$;

-- A row points at another: at one that was in sight before this row made a way to it, or at one of the operation's own.
CREATE FUNCTION keyturn.reach(INOUT state keyturn.op_state, target text, id text)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wanted constant text := target || ':' || id;
BEGIN
    IF wanted = ANY(state.reached) OR wanted = ANY(state.made) THEN
        RETURN;
    END IF;
    IF keyturn.sees_by_name(target, id::uuid) THEN
        state.reached := state.reached || wanted;
    ELSE
        state.awaited := state.awaited || wanted;
    END IF;
END
$$;

-- Which change an entry of the log tells of, in the words of op_state; null for one that tells of none.
CREATE FUNCTION keyturn.told_by(fields jsonb, lead uuid) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    about constant jsonb := coalesce(fields -> 'metadata', '{}');
BEGIN
    RETURN CASE fields ->> 'activity_type'
        WHEN 'status_changed' THEN format('moved:%s:%s:%s:%s:%s', lead, fields ->> 'from_stage_id',
            fields ->> 'to_stage_id', fields ->> 'from_stage', fields ->> 'to_stage')
        WHEN 'assigned' THEN format('assigned:%s::%s', lead, about ->> 'assigned_to_id')
        WHEN 'reassigned' THEN format('assigned:%s:%s:%s', lead, about ->> 'from_user', about ->> 'to_user')
        WHEN 'created' THEN format('born:%s', lead)
        WHEN 'imported' THEN format('born:%s', lead)
        WHEN 'lead_deleted' THEN format('removed:%s', lead)
        WHEN 'lead_restored' THEN format('restored:%s', lead) END;
END
$$;

-- A row of the log continues the chain of its device.
CREATE FUNCTION keyturn.chain_activity(INOUT state keyturn.op_state, fields jsonb, lead uuid)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    kind constant text := fields ->> 'activity_type';
    about constant jsonb := coalesce(fields -> 'metadata', '{}');
    told text;
BEGIN
    IF fields ->> 'device_id' IS DISTINCT FROM state.device_id::text
        OR (fields ->> 'device_seq')::bigint IS DISTINCT FROM state.chain_seq + 1
        OR fields ->> 'prev_hash' IS DISTINCT FROM state.chain_hash OR fields ->> 'hash' IS NULL THEN
        PERFORM keyturn.reject('audit', format('An entry of the log does not continue the chain of this device at %s.',
            state.chain_seq), jsonb_build_object('table', 'lead_activities', 'id', fields ->> 'id', 'column',
            'device_seq', 'current', state.chain_seq));
    END IF;
    state.chain_seq := state.chain_seq + 1;
    state.chain_hash := fields ->> 'hash';
    state.chain_rows := state.chain_rows + 1;
    IF coalesce(fields ->> 'actor_type', 'user') = 'user'
        AND fields ->> 'actor_id' IS DISTINCT FROM state.user_id::text AND fields ->> 'actor_id' IS NOT NULL THEN
        PERFORM keyturn.reject('refused', 'You cannot speak for somebody else.', jsonb_build_object('table',
            'lead_activities', 'id', fields ->> 'id', 'column', 'actor_id', 'current', NULL));
    END IF;
    IF fields ->> 'created_by' IS DISTINCT FROM state.user_id::text THEN
        PERFORM keyturn.reject('refused', 'An entry of the log needs its author.', jsonb_build_object('table',
            'lead_activities', 'id', fields ->> 'id', 'column', 'created_by', 'current', NULL));
    END IF;
    IF kind !~ '^[a-z][a-z0-9_]*$' THEN
        PERFORM keyturn.reject('invalid', 'There is no such kind of entry.');
    END IF;
    told := keyturn.told_by(fields, lead);
    IF told IS NOT NULL THEN
        state.logged := state.logged || told;
    END IF;
    -- A lead that is made with a history brings its merges along.
    IF kind = 'lead_merged' AND NOT lead = ANY(state.born) THEN
        state := keyturn.log_merge(state, about, lead);
    END IF;
END
$$;

-- A merge is told on both sides, and taking it back too. On the side of the lead that goes it stands for its removal.
CREATE FUNCTION keyturn.log_merge(INOUT state keyturn.op_state, about jsonb, lead uuid)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    kept constant text := about ->> 'kept_lead_id';
BEGIN
    -- Whoever may not see the figures of a loan would leave them behind.
    PERFORM keyturn.check_role(state, t.update_roles) FROM keyturn.api_tables t WHERE t.name = 'lead_loan_scenarios';
    IF kept IS NULL THEN
        state.logged := state.logged || format('told:%s:%s', lead, about ->> 'merged_lead_id');
        RETURN;
    END IF;
    state.logged := state.logged || format(CASE WHEN about ? 'undo' THEN 'restored:%s' ELSE 'removed:%s' END, lead);
    state.needed := state.needed || format('told:%s:%s', kept, lead);
    state.claims := state.claims || format(CASE WHEN about ? 'undo' THEN 'outof:%s:%s' ELSE 'into:%s:%s' END, lead, kept);
END
$$;

-- The bytes are what their name says.
CREATE FUNCTION keyturn.check_content(key text, fields jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    bytes constant bytea := (fields ->> 'data')::bytea;
BEGIN
    IF encode(sha256(bytes), 'hex') IS DISTINCT FROM key OR length(bytes) <> (fields ->> 'size')::bigint THEN
        PERFORM keyturn.reject('invalid', 'The bytes of a document are not the ones that it names.');
    END IF;
END
$$;

CREATE FUNCTION keyturn.insert_row(INOUT state keyturn.op_state, spec keyturn.api_tables, change jsonb, key jsonb)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    fields jsonb;
    columns keyturn.api_columns[];
    contents jsonb[];
    misplaced text;
    col keyturn.api_columns;
    value jsonb;
    lead uuid;
    twin uuid;
BEGIN
    PERFORM keyturn.check_role(state, spec.insert_roles);
    -- All of a row in one statement, for statements are what takes time here; only columns with a rule of their own are
    -- gone through one by one.
    SELECT coalesce(jsonb_object_agg(f.name, f.value)
            FILTER (WHERE f.value <> 'null' AND (f.rule <> 'kept' OR f.name = 'updated_at')), '{}'),
        coalesce(array_agg(f.col) FILTER (WHERE f.value <> 'null' AND f.has_rule), '{}'),
        coalesce(array_agg(f.value) FILTER (WHERE f.value <> 'null' AND f.has_rule), '{}'),
        min(coalesce(left(f.field ->> 0, 100), '')) FILTER (WHERE f.name IS NULL)
        INTO fields, columns, contents, misplaced
        FROM (SELECT e.field, c AS col, c.name, c.rule,
                c.rule IN ('never', 'self', 'doer', 'admin', 'own') OR c.is_past OR c.target IS NOT NULL
                    OR c.name IN ('organization_id', 'user_id', spec.key_column) AS has_rule,
                CASE
                    WHEN e.field -> 2 = 'null' OR c.type = 'text' AND jsonb_typeof(e.field -> 2) = 'string'
                        THEN e.field -> 2
                    WHEN c.name IS NOT NULL THEN keyturn.native(e.field -> 2, c.type) END AS value
            FROM jsonb_array_elements(change -> 'fields') e (field)
            LEFT JOIN keyturn.api_columns c ON c.table_name = spec.name AND c.name = e.field ->> 0
                AND jsonb_array_length(e.field) = 3
            OFFSET 0) f;
    IF misplaced IS NOT NULL THEN
        PERFORM keyturn.reject('invalid', 'The server has no place for this.', jsonb_build_object('table', spec.name,
            'id', key, 'column', nullif(misplaced, ''), 'current', NULL));
    END IF;
    FOR i IN 1 .. cardinality(columns) LOOP
        col := columns[i];
        value := contents[i];
        IF col.name = 'organization_id' AND value <> to_jsonb(state.organization_id)
            OR col.name = spec.key_column AND value <> key
            OR col.name = 'user_id' AND spec.bundle = 'own' AND value <> to_jsonb(state.user_id) THEN
            PERFORM keyturn.reject('refused', 'You cannot write for somebody else.', jsonb_build_object('table',
                spec.name, 'id', key, 'column', col.name, 'current', NULL));
        END IF;
        CONTINUE WHEN col.rule = 'kept' AND col.name <> 'updated_at';
        PERFORM keyturn.check_column(state, col, key #>> '{}', value, true);
        -- What is known is not asked again: a call takes all of the state along, and a list is long.
        IF col.target IS NOT NULL AND NOT (col.target || ':' || (value #>> '{}') = ANY(state.reached)
                OR col.target || ':' || (value #>> '{}') = ANY(state.made)) THEN
            state := keyturn.reach(state, col.target, value #>> '{}');
        END IF;
    END LOOP;

    fields := fields || jsonb_build_object(spec.key_column, key, 'organization_id', state.organization_id);
    IF spec.bundle NOT IN ('own', 'content') THEN
        fields := fields || jsonb_build_object('version', 1, 'rev', state.rev);
    END IF;
    IF spec.bundle = 'own' THEN
        fields := fields || jsonb_build_object('user_id', state.user_id);
    ELSE
        IF NOT fields ? 'created_at' THEN
            fields := fields || jsonb_build_object('created_at', state.at);
        END IF;
        IF spec.bundle = 'log' OR NOT fields ? 'updated_at' AND spec.bundle <> 'content' THEN
            fields := fields || jsonb_build_object('updated_at', fields -> 'created_at');
        END IF;
    END IF;
    lead := CASE WHEN spec.name = 'leads' THEN (key #>> '{}')::uuid ELSE (fields ->> 'lead_id')::uuid END;

    IF spec.name = 'leads' THEN
        IF fields ->> 'deleted_at' IS NOT NULL OR (fields ->> 'duplicate_of_id') IS NOT NULL THEN
            PERFORM keyturn.reject('invalid', 'A new lead cannot be removed or a duplicate already.');
        END IF;
        IF fields ? 'email' AND NOT coalesce((fields ->> 'email_shared')::boolean, false)
            OR fields ? 'external_lead_id' THEN
            twin := keyturn.find_twin(lead, CASE WHEN NOT coalesce((fields ->> 'email_shared')::boolean, false)
                THEN fields ->> 'email' END, fields ->> 'lead_source', fields ->> 'external_lead_id');
            IF twin IS NOT NULL THEN
                -- The unique key of a delivering system belongs to the first.
                fields := fields - 'external_lead_id' || jsonb_build_object('duplicate_of_id', twin);
                state.duplicates := state.duplicates || jsonb_build_object('id', lead, 'duplicate_of_id', twin);
            END IF;
        END IF;
        state.needed := state.needed || format('born:%s', lead);
        IF fields ->> 'assigned_to' IS NOT NULL THEN
            state.needed := state.needed || ARRAY[format('assigned:%s::%s', lead, fields ->> 'assigned_to'),
                format('owner:%s::%s', lead, fields ->> 'assigned_to')];
        END IF;
        state.born := state.born || lead;
    ELSIF spec.name = 'lead_activities' THEN
        state := keyturn.chain_activity(state, fields, lead);
    ELSIF spec.name = 'lead_assignments' THEN
        state.logged := state.logged || format('owner:%s:%s:%s', lead, fields ->> 'assigned_from',
            fields ->> 'assigned_to');
    ELSIF spec.name = 'document_contents' THEN
        PERFORM keyturn.check_content(key #>> '{}', fields);
    ELSIF spec.name = 'users' THEN
        PERFORM keyturn.check_person(state, (key #>> '{}')::uuid, '{}', fields);
    END IF;

    PERFORM keyturn.insert_by_name(spec.name, fields);
    IF spec.bundle NOT IN ('own', 'content') AND spec.name <> 'lead_activities' THEN
        state.made := state.made || (spec.name || ':' || (key #>> '{}'));
    END IF;
    -- Most new leads are in their author's sight anyway, and a table of rows that come and go is slow to look through.
    IF spec.name = 'leads' AND NOT keyturn.sees_leads(lead) THEN
        INSERT INTO keyturn.op_scope (organization_id, lead_id) VALUES (state.organization_id, lead)
            ON CONFLICT DO NOTHING;
    END IF;
    IF spec.bundle NOT IN ('own', 'content') THEN
        state.versions := state.versions || jsonb_build_object('table', spec.name, 'id', key, 'version', 1);
    END IF;
END
$$;

CREATE FUNCTION keyturn.update_row(INOUT state keyturn.op_state, spec keyturn.api_tables, change jsonb, key jsonb)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    id constant text := key #>> '{}';
    present jsonb;
    fields jsonb := '{}';
    item record;
    field jsonb;
    col keyturn.api_columns;
    base jsonb;
    value jsonb;
    was jsonb;
    place jsonb;
BEGIN
    PERFORM keyturn.check_role(state, spec.update_roles);
    present := keyturn.lock_by_name(spec.name, id::uuid);
    IF present IS NULL THEN
        -- Somebody else's note is carried to the other lead by the server, as those are that only its author sees.
        IF spec.name = 'lead_notes' AND keyturn.sees_subject((key #>> '{}')::uuid)
            AND NOT EXISTS (SELECT 1 FROM jsonb_array_elements(change -> 'fields') f
                WHERE f ->> 0 NOT IN ('lead_id', 'updated_at', 'version')) THEN
            state.claims := state.claims || ARRAY(SELECT format('way:%s:%s', f ->> 1, f ->> 2)
                FROM jsonb_array_elements(change -> 'fields') f WHERE f ->> 0 = 'lead_id');
            RETURN;
        END IF;
        PERFORM keyturn.reject_unseen(spec.name, id);
    END IF;
    state.reached := state.reached || (spec.name || ':' || id);

    FOR item IN
        SELECT f.value AS field, c AS col
        FROM jsonb_array_elements(change -> 'fields') WITH ORDINALITY f (value, place)
        LEFT JOIN keyturn.api_columns c ON c.table_name = spec.name AND c.name = f.value ->> 0
        ORDER BY f.place
    LOOP
        field := item.field;
        col := item.col;
        IF col.name IS NULL OR jsonb_array_length(field) <> 3 THEN
            PERFORM keyturn.reject('invalid', 'The server has no place for this.', jsonb_build_object('table', spec.name,
                'id', id, 'column', left(field ->> 0, 100), 'current', NULL));
        END IF;
        base := keyturn.native(field -> 1, col.type);
        value := keyturn.native(field -> 2, col.type);
        was := present -> col.name;
        IF col.name = 'organization_id' AND value <> to_jsonb(state.organization_id) THEN
            PERFORM keyturn.reject('refused', 'You cannot write for somebody else.', jsonb_build_object('table',
                spec.name, 'id', id, 'column', col.name, 'current', NULL));
        END IF;
        CONTINUE WHEN col.rule = 'kept';
        IF spec.name = 'leads' AND col.name = 'deleted_at' AND base = 'null' AND was <> 'null' AND value <> 'null' THEN
            PERFORM keyturn.reject('conflict', 'This was removed in the meantime.', jsonb_build_object('table',
                spec.name, 'id', id, 'column', col.name, 'current', keyturn.canonical(was, col.type)));
        END IF;
        -- Untouched after all, whatever the column.
        CONTINUE WHEN value = was AND col.rule <> 'strict';
        place := jsonb_build_object('table', spec.name, 'id', id, 'column', col.name, 'current',
            keyturn.canonical(was, col.type));
        PERFORM keyturn.check_column(state, col, id, value, false);
        IF col.rule = 'strict' AND base <> was AND (base <> 'null' OR was <> '""') THEN
            PERFORM keyturn.reject('conflict', 'Somebody else changed this in the meantime.', place);
        END IF;
        CONTINUE WHEN value = was;
        IF col.rule = 'follows' THEN
            state.claims := state.claims || format('way:%s:%s', was #>> '{}', value #>> '{}');
        END IF;
        IF col.rule = 'monotone' AND was = 'true' THEN
            IF base <> was THEN
                -- Whoever did not know that it is set did not mean to lift it.
                state.overwritten := state.overwritten || jsonb_build_object('table', spec.name, 'id', id, 'column',
                    col.name, 'base', field -> 1, 'theirs', keyturn.canonical(was, col.type), 'mine', field -> 2,
                    'kept', 'theirs');
                CONTINUE;
            END IF;
            IF NOT state.role = ANY('{manager,org_admin,system_admin}') THEN
                PERFORM keyturn.reject('refused', 'Only a manager may lift this.', place);
            END IF;
        END IF;
        IF base <> was AND NOT (base IN ('null', '""') AND was IN ('null', '""')) THEN
            state.overwritten := state.overwritten || jsonb_build_object('table', spec.name, 'id', id, 'column',
                col.name, 'base', field -> 1, 'theirs', keyturn.canonical(was, col.type), 'mine', field -> 2,
                'kept', 'mine');
        END IF;
        IF col.target IS NOT NULL AND value <> 'null' THEN
            state := keyturn.reach(state, col.target, value #>> '{}');
        END IF;
        fields := fields || jsonb_build_object(col.name, value);
    END LOOP;

    IF spec.bundle = 'del' AND present ->> 'deleted_at' IS NOT NULL AND NOT fields ? 'deleted_at'
        AND fields <> '{}' THEN
        IF spec.name = 'leads' AND present ->> 'duplicate_of_id' IS NOT NULL AND fields - 'duplicate_of_id' = '{}' THEN
            -- It was merged into a lead that is merged itself now.
            state.claims := state.claims || format('way:%s:%s', present ->> 'duplicate_of_id',
                fields ->> 'duplicate_of_id');
        ELSE
            PERFORM keyturn.reject('conflict', 'This was removed in the meantime.', jsonb_build_object('table',
                spec.name, 'id', id, 'column', 'deleted_at', 'current', keyturn.canonical(present -> 'deleted_at',
                'timestamp with time zone')));
        END IF;
    END IF;
    IF spec.name = 'leads' THEN
        state := keyturn.change_lead(state, id::uuid, present, fields);
    ELSIF spec.name = 'users' THEN
        PERFORM keyturn.check_person(state, id::uuid, present, fields);
    END IF;
    IF fields = '{}' THEN
        state.versions := state.versions || jsonb_build_object('table', spec.name, 'id', key, 'version',
            present -> 'version');
        RETURN;
    END IF;

    fields := fields || jsonb_build_object('version', (present ->> 'version')::integer + 1, 'rev', state.rev);
    PERFORM keyturn.update_by_name(spec.name, id::uuid, fields);
    state.versions := state.versions || jsonb_build_object('table', spec.name, 'id', key, 'version',
        fields -> 'version');
END
$$;

-- What a change of a lead needs in the log, and who gains or loses sight of it.
CREATE FUNCTION keyturn.change_lead(INOUT state keyturn.op_state, lead uuid, present jsonb, fields jsonb)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    source constant uuid := (present ->> 'assigned_to')::uuid;
    target constant uuid := (fields ->> 'assigned_to')::uuid;
BEGIN
    IF fields ? 'stage_id' THEN
        state.needed := state.needed || (SELECT format('moved:%s:%s:%s:%s:%s', lead, f.id, t.id, f.key, t.key)
            FROM keyturn.pipeline_stages f, keyturn.pipeline_stages t
            WHERE f.id = (present ->> 'stage_id')::uuid AND t.id = (fields ->> 'stage_id')::uuid);
    END IF;
    IF fields ? 'assigned_to' THEN
        state.needed := state.needed || ARRAY[format('assigned:%s:%s:%s', lead, source, target),
            format('owner:%s:%s:%s', lead, source, target)];
        INSERT INTO keyturn.access_log (organization_id, rev, user_id, lead_id, action)
            VALUES (state.organization_id, state.rev, source, lead, 'revoke'),
                (state.organization_id, state.rev, target, lead, 'grant');
    END IF;
    IF fields ? 'deleted_at' THEN
        IF present ->> 'deleted_at' IS NULL THEN
            state.needed := state.needed || format('removed:%s', lead);
            state.merged := state.merged || format('into:%s:%s', lead, (present || fields) ->> 'duplicate_of_id');
        ELSIF fields -> 'deleted_at' = 'null' THEN
            state.needed := state.needed || format('restored:%s', lead);
            state.merged := state.merged || format('outof:%s:%s', lead, present ->> 'duplicate_of_id');
        END IF;
    END IF;
    IF fields ->> 'duplicate_of_id' = lead::text THEN
        PERFORM keyturn.reject('invalid', 'A lead is no duplicate of itself.');
    END IF;
END
$$;

-- Nobody raises themselves, and nobody but the system's own administrator makes another one.
CREATE FUNCTION keyturn.check_person(state keyturn.op_state, person uuid, present jsonb, fields jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (fields ? 'role' OR fields ? 'is_active') AND person = state.user_id THEN
        PERFORM keyturn.reject('refused', 'You cannot change your own role. Ask another administrator.');
    END IF;
    IF state.role <> 'system_admin'
        AND (fields ->> 'role' = 'system_admin' OR present ->> 'role' = 'system_admin' AND person <> state.user_id) THEN
        PERFORM keyturn.reject('refused', 'Only a system administrator may do this.');
    END IF;
END
$$;

-- My own order of cards: written by key, taken away by emptying a column.
CREATE FUNCTION keyturn.write_position(INOUT state keyturn.op_state, spec keyturn.api_tables, change jsonb, key jsonb)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    id constant uuid := (key #>> '{}')::uuid;
    present keyturn.board_positions;
    fields jsonb;
BEGIN
    SELECT jsonb_agg(jsonb_build_array(f -> 0, 'null'::jsonb, f -> 2)) INTO fields
        FROM jsonb_array_elements(change -> 'fields') f WHERE f ->> 0 <> 'lead_id';
    IF EXISTS (SELECT 1 FROM jsonb_array_elements(change -> 'fields') f
            WHERE f ->> 0 IN ('lead_id', 'stage_id', 'rank') AND f -> 2 = 'null') THEN
        DELETE FROM keyturn.board_positions p WHERE p.lead_id = id AND p.user_id = state.user_id;
        RETURN;
    END IF;
    SELECT p.* INTO present FROM keyturn.board_positions p WHERE p.lead_id = id AND p.user_id = state.user_id;
    IF FOUND THEN
        fields := jsonb_build_array(jsonb_build_array('stage_id', NULL, present.stage_id),
            jsonb_build_array('rank', NULL, present.rank)) || coalesce(fields, '[]');
    END IF;
    state := keyturn.insert_row(state, spec, jsonb_build_object('fields', coalesce(fields, '[]')), key);
END
$$;

-- What the operation did and what it says of it are the same.
CREATE FUNCTION keyturn.check_log(state keyturn.op_state) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wrong text;
BEGIN
    SELECT n INTO wrong FROM (SELECT unnest(state.needed) EXCEPT ALL SELECT unnest(state.logged)) AS missing (n) LIMIT 1;
    IF wrong IS NOT NULL THEN
        PERFORM keyturn.reject('audit', 'A change of stage, owner or existence lacks its entry in the log.',
            jsonb_build_object('table', 'leads', 'id', split_part(wrong, ':', 2), 'column', split_part(wrong, ':', 1),
            'current', NULL));
    END IF;
    -- A lead that is made with a history brings the history along.
    SELECT n INTO wrong FROM (SELECT unnest(state.logged) EXCEPT ALL SELECT unnest(state.needed)) AS extra (n)
        WHERE n NOT LIKE 'moved:%' AND n NOT LIKE 'assigned:%' AND n NOT LIKE 'owner:%'
            OR NOT split_part(n, ':', 2) = ANY(state.born::text[]) LIMIT 1;
    IF wrong IS NOT NULL THEN
        PERFORM keyturn.reject('audit', 'An entry of the log tells of a change that this operation does not make.',
            jsonb_build_object('table', 'leads', 'id', split_part(wrong, ':', 2), 'column', split_part(wrong, ':', 1),
            'current', NULL));
    END IF;
END
$$;

-- Carries out one operation or raises. Runs as keyturn_api, under the policies of the person.
CREATE FUNCTION keyturn.apply_op(INOUT state keyturn.op_state, op jsonb)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    change jsonb;
    spec keyturn.api_tables;
    key jsonb;
    wrong text;
    gives_away constant boolean := coalesce(op @? 'lax $.rows[*] ? (@.table == "leads" && @.kind == "update")'
        '.fields[*] ? (@[0] == "assigned_to")', false);
BEGIN
    IF jsonb_typeof(op -> 'rows') IS DISTINCT FROM 'array' OR jsonb_array_length(op -> 'rows') NOT BETWEEN 1 AND 20000
        THEN
        PERFORM keyturn.reject('invalid', 'An operation has between 1 and 20000 rows.');
    END IF;
    -- Before anything is written: leads that are handed over remain in reach until the operation is done.
    IF gives_away THEN
        INSERT INTO keyturn.op_scope (organization_id, lead_id)
            SELECT DISTINCT l.organization_id, l.id FROM jsonb_array_elements(op -> 'rows') r
            JOIN keyturn.leads l ON l.id = CASE WHEN r ->> 'id' ~* '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$'
                THEN (r ->> 'id')::uuid END
            WHERE r ->> 'table' = 'leads' AND r ->> 'kind' = 'update' AND jsonb_typeof(r -> 'fields') = 'array'
                AND EXISTS (SELECT 1 FROM jsonb_array_elements(r -> 'fields') f WHERE f ->> 0 = 'assigned_to');
    END IF;

    FOR change IN SELECT r FROM jsonb_array_elements(op -> 'rows') r LOOP
        SELECT t.* INTO spec FROM keyturn.api_tables t WHERE t.name = change ->> 'table';
        IF NOT FOUND OR jsonb_typeof(change -> 'fields') IS DISTINCT FROM 'array' THEN
            PERFORM keyturn.reject('invalid', 'The server has no place for this.', jsonb_build_object('table',
                left(change ->> 'table', 100), 'id', NULL, 'column', NULL, 'current', NULL));
        END IF;
        key := CASE WHEN spec.bundle = 'content' THEN change -> 'id'
            ELSE keyturn.native(change -> 'id', 'uuid') END;
        IF key IS NULL OR jsonb_typeof(key) <> 'string' THEN
            PERFORM keyturn.reject('invalid', 'A row has no id.');
        END IF;
        IF spec.bundle = 'own' AND change ->> 'kind' IN ('insert', 'update') THEN
            state := keyturn.write_position(state, spec, change, key);
        ELSIF change ->> 'kind' = 'insert' THEN
            state := keyturn.insert_row(state, spec, change, key);
        ELSIF change ->> 'kind' = 'update' AND spec.bundle IN ('log', 'content') THEN
            PERFORM keyturn.reject('refused', 'The log cannot be changed.');
        ELSIF change ->> 'kind' = 'update' THEN
            state := keyturn.update_row(state, spec, change, key);
        ELSE
            PERFORM keyturn.reject('invalid', 'A row is inserted or updated, nothing else.');
        END IF;
    END LOOP;

    IF state.awaited <> '{}' THEN
        SELECT n INTO wrong FROM (SELECT unnest(state.awaited) EXCEPT SELECT unnest(state.made)) AS missing (n) LIMIT 1;
        IF wrong IS NOT NULL THEN
            PERFORM keyturn.reject_unseen(split_part(wrong, ':', 1), split_part(wrong, ':', 2));
        END IF;
    END IF;
    SET CONSTRAINTS ALL IMMEDIATE;
    SET CONSTRAINTS ALL DEFERRED;

    IF state.needed <> state.logged THEN
        PERFORM keyturn.check_log(state);
    END IF;
    IF state.claims <> '{}' THEN
        state := keyturn.finish_merges(state);
    END IF;
    IF gives_away OR state.born <> '{}' THEN
        DELETE FROM keyturn.op_scope;
    END IF;
END
$$;

-- What the log tells of merges is what the rows of leads did, and whatever changed leads belongs to one of them. Then
-- the server carries along what whoever merges cannot see or may not touch.
CREATE FUNCTION keyturn.finish_merges(INOUT state keyturn.op_state)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    claim text;
    source uuid;
    target uuid;
    revision bigint;
    moved jsonb;
BEGIN
    SELECT c INTO claim FROM unnest(state.claims) c
        WHERE CASE WHEN c LIKE 'way:%' THEN NOT ('into' || substr(c, 4) = ANY(state.claims)
                OR format('outof:%s:%s', split_part(c, ':', 3), split_part(c, ':', 2)) = ANY(state.claims))
            ELSE NOT c = ANY(state.merged) END
        LIMIT 1;
    IF claim IS NOT NULL THEN
        -- In the midst of a merge it is one that somebody else has taken along first.
        PERFORM keyturn.reject(CASE WHEN claim LIKE 'way:%' AND EXISTS (SELECT 1 FROM unnest(state.claims) c
                WHERE c NOT LIKE 'way:%') THEN 'conflict' ELSE 'refused' END,
            'This belongs to another lead, and goes to a new one with a merge only.',
            jsonb_build_object('table', 'leads', 'id', split_part(claim, ':', 2), 'column', 'duplicate_of_id',
            'current', NULL));
    END IF;
    FOR claim IN SELECT DISTINCT c FROM unnest(state.claims) c WHERE c NOT LIKE 'way:%' ORDER BY 1 LOOP
        source := split_part(claim, ':', 2)::uuid;
        target := split_part(claim, ':', 3)::uuid;
        IF NOT EXISTS (SELECT 1 FROM keyturn.leads l WHERE l.id = target AND l.deleted_at IS NULL) THEN
            PERFORM keyturn.reject('conflict', 'This was removed in the meantime.', jsonb_build_object('table', 'leads',
                'id', target, 'column', 'deleted_at', 'current', NULL));
        END IF;
        revision := state.rev + 1 + jsonb_array_length(state.carried);
        IF claim LIKE 'into:%' THEN
            moved := keyturn.carry_along(source, target, revision);
        ELSE
            moved := keyturn.carry_back(source, target, revision);
        END IF;
        IF moved <> '[]' THEN
            state.carried := state.carried || jsonb_build_array(jsonb_build_object(
                'from', CASE WHEN claim LIKE 'into:%' THEN source ELSE target END,
                'to', CASE WHEN claim LIKE 'into:%' THEN target ELSE source END, 'rows', moved));
        END IF;
        PERFORM keyturn.derive_lead(source);
        PERFORM keyturn.derive_lead(target);
    END LOOP;
END
$$;

-- Everything that still hangs on a merged lead goes along: private notes of others, what came to it a moment ago.
-- Answers the rows as an operation would have them.
CREATE FUNCTION keyturn.carry_along(source uuid, target uuid, revision bigint) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    place text;
    moved jsonb;
    carried jsonb := '[]';
BEGIN
    FOREACH place IN ARRAY ARRAY['lead_notes', 'tasks', 'documents', 'communications'] LOOP
        EXECUTE format('WITH moved AS (UPDATE keyturn.%1$I t SET lead_id = $2, version = t.version + 1, rev = $3 '
            'WHERE t.lead_id = $1 AND t.organization_id = $4 AND t.deleted_at IS NULL RETURNING t.id) '
            'SELECT jsonb_agg(jsonb_build_object(''table'', %1$L, ''id'', m.id, ''kind'', ''update'', ''fields'', '
            'jsonb_build_array(jsonb_build_array(''lead_id'', $1, $2))) ORDER BY m.id) FROM moved m', place)
            INTO moved USING source, target, revision, keyturn.my_organization();
        carried := carried || coalesce(moved, '[]');
    END LOOP;
    RETURN carried;
END
$$;

-- The same way back, for what the last merge of these two carried and nobody has moved since.
CREATE FUNCTION keyturn.carry_back(source uuid, target uuid, revision bigint) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    change jsonb;
    went boolean;
    carried jsonb := '[]';
BEGIN
    FOR change IN
        SELECT r FROM (
            SELECT o.args FROM keyturn.ops o
            WHERE o.organization_id = keyturn.my_organization() AND o.kind = 'carry_along' AND o.device_id IS NULL
                AND o.result ->> 'from' = source::text AND o.result ->> 'to' = target::text
            ORDER BY o.seq DESC LIMIT 1) last, jsonb_array_elements(last.args -> 'rows') r
    LOOP
        EXECUTE format('WITH moved AS (UPDATE keyturn.%I t SET lead_id = $2, version = t.version + 1, rev = $3 '
            'WHERE t.id = $1 AND t.lead_id = $4 AND t.organization_id = $5 RETURNING 1) '
            'SELECT EXISTS (SELECT 1 FROM moved)', change ->> 'table')
            INTO went USING (change ->> 'id')::uuid, source, revision, target, keyturn.my_organization();
        IF went THEN
            carried := carried || jsonb_build_array(change || jsonb_build_object('fields',
                jsonb_build_array(jsonb_build_array('lead_id', target, source))));
        END IF;
    END LOOP;
    RETURN carried;
END
$$;

-- What people are told about an error that no rule of ours has raised. Never the database's own words: they name what
-- the person may not know.
CREATE FUNCTION keyturn.read_error(sqlstate text, constraint_name text, OUT code text, OUT detail text)
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE
            WHEN sqlstate = '42501' OR sqlstate = '23503' THEN 'refused'
            WHEN sqlstate LIKE '23%' THEN 'constraint'
            ELSE 'invalid' END,
        CASE
            WHEN sqlstate = '42501' OR sqlstate = '23503' THEN 'This is not there, or you may not change it.'
            WHEN sqlstate = '23505' THEN 'There is already one like this.'
            WHEN sqlstate = '23502' THEN 'A required value is missing.'
            WHEN sqlstate LIKE '23%' THEN 'The server does not accept these values'
                || coalesce(' (' || nullif(constraint_name, '') || ').', '.')
            ELSE 'The server does not understand this (' || sqlstate || ').' END
$$;

-- The text that the chain of the ledger runs over. Hashed once more by `keyturn verify`, outside of the server.
CREATE FUNCTION keyturn.link(previous text, op_id uuid, kind text, args_hash text, status text, rev bigint, user_id uuid)
RETURNS text LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN encode(sha256(convert_to(concat_ws(E'\n', previous, op_id::text, kind, args_hash, status,
        coalesce(rev::text, ''), coalesce(user_id::text, '')), 'UTF8')), 'hex');
END
$$;

-- Where a call stands. The head of the organization and the device are written down at its end (or when another device
-- follows): a row that is updated for each operation leaves a version of itself behind each time, and whoever looks it
-- up walks past all of them.
CREATE TYPE keyturn.call_state AS (
    organization_id uuid,
    user_id uuid,
    role text,
    min_client integer,
    head keyturn.org_head,
    device keyturn.device_registrations,
    answer jsonb
);

CREATE FUNCTION keyturn.keep_device(device keyturn.device_registrations) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE keyturn.device_registrations d SET last_device_seq = device.last_device_seq,
        last_seen_at = device.last_seen_at, accepted_seq = device.accepted_seq, accepted_hash = device.accepted_hash,
        last_seq = device.last_seq, last_hash = device.last_hash
        WHERE d.device_id = device.device_id AND d.organization_id = device.organization_id;
END
$$;

-- Takes the next revision for something that the server did for a person, into the ledger. The caller keeps the head.
CREATE FUNCTION keyturn.write_down(INOUT head keyturn.org_head, person uuid, kind text, args jsonb, result jsonb)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    op constant uuid := gen_random_uuid();
    args_hash constant text := encode(sha256(convert_to(args::text, 'UTF8')), 'hex');
BEGIN
    head.head := head.head + 1;
    head.last_op := head.last_op + 1;
    head.chain := keyturn.link(head.chain, op, kind, args_hash, 'ok', head.head, person);
    INSERT INTO keyturn.ops (op_id, organization_id, seq, user_id, kind, kind_version, args, args_hash, status, result,
            rev, chain, at)
        VALUES (op, head.organization_id, head.last_op, person, kind, 1, args, args_hash, 'ok', result, head.head,
            head.chain, clock_timestamp());
END
$$;

-- Not the operation's fault: the client sends the call once more.
CREATE FUNCTION keyturn.is_weather(failure_state text) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT left(failure_state, 2) IN ('08', '40', '53', '57') OR failure_state = '55P03'
$$;

-- Takes one operation of a call: checks its envelope, carries it out in a subtransaction of its own, writes the ledger.
CREATE FUNCTION keyturn.take_op(INOUT call keyturn.call_state, op jsonb)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    head keyturn.org_head := call.head;
    device keyturn.device_registrations := call.device;
    old record;
    state keyturn.op_state;
    done keyturn.op_state;
    answer jsonb;
    op_uuid uuid;
    device_uuid uuid;
    device_number bigint;
    op_kind text;
    op_version integer;
    failure_state text;
    failure_code text;
    failure_text text;
    failure_place text;
    failure_constraint text;
    args_hash text;
    now_at constant timestamptz := clock_timestamp();
    uuid_pattern constant text := '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$';
BEGIN
    IF jsonb_typeof(op) IS DISTINCT FROM 'object' OR coalesce(op ->> 'id', '') !~ uuid_pattern THEN
        call.answer := jsonb_build_object('id', op -> 'id', 'status', 'rejected', 'rev', NULL, 'code', 'invalid', 'detail',
            'An operation needs an id.', 'row', NULL, 'versions', '[]'::jsonb);
        RETURN;
    END IF;
    op_uuid := (op ->> 'id')::uuid;
    SELECT o.result, o.user_id, o.args_hash INTO old FROM keyturn.ops o
        WHERE o.op_id = op_uuid AND o.organization_id = call.organization_id;
    args_hash := encode(sha256(convert_to(op::text, 'UTF8')), 'hex');
    IF FOUND THEN
        -- Told once more to its author; to anybody else, and with other contents, the id is simply taken.
        call.answer := CASE WHEN old.user_id = call.user_id AND old.args_hash = args_hash THEN old.result
            ELSE jsonb_build_object('id', op_uuid, 'status', 'rejected', 'rev', NULL, 'code', 'invalid', 'detail',
                'The id of this operation is taken.', 'row', NULL, 'versions', '[]'::jsonb) END;
        RETURN;
    END IF;

    op_kind := left(coalesce(op ->> 'command', ''), 100);
    op_version := CASE WHEN op ->> 'kind_version' ~ '^[0-9]{1,6}$' THEN (op ->> 'kind_version')::integer ELSE 0 END;
    device_uuid := CASE WHEN op ->> 'device_id' ~ uuid_pattern THEN (op ->> 'device_id')::uuid END;
    device_number := CASE WHEN op ->> 'device_seq' ~ '^[0-9]{1,18}$' THEN (op ->> 'device_seq')::bigint END;
    state := (call.organization_id, call.user_id, call.role, head.head + 1, now_at, device_uuid, 0, repeat('0', 64), 0,
        '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '[]')::keyturn.op_state;

    IF device_uuid IS NULL OR device_number IS NULL THEN
        failure_code := 'invalid';
        failure_text := 'An operation names the device that it comes from, and its number there.';
        device_uuid := NULL;
    ELSE
        IF device.device_id IS DISTINCT FROM device_uuid THEN
            IF device.device_id IS NOT NULL THEN
                PERFORM keyturn.keep_device(device);
            END IF;
            SELECT d.* INTO device FROM keyturn.device_registrations d
                WHERE d.device_id = device_uuid AND d.organization_id = call.organization_id;
            IF NOT FOUND THEN
                -- Nobody else can be making it: the head of the organization is locked.
                INSERT INTO keyturn.device_registrations (device_id, organization_id, user_id)
                    VALUES (device_uuid, call.organization_id, call.user_id) RETURNING * INTO device;
            END IF;
        END IF;
        IF device.user_id <> call.user_id OR device.revoked_at IS NOT NULL THEN
            failure_code := 'refused';
            failure_text := 'This device is not yours.';
        ELSIF device_number <= device.last_device_seq THEN
            failure_code := 'invalid';
            failure_text := format('The device has sent its operation %s already.', device.last_device_seq);
        ELSIF op_version < call.min_client THEN
            failure_code := 'too_old';
            failure_text := 'This program is too old for the server. Update it; your work is kept.';
        ELSIF op_kind !~ '^[a-z][a-z0-9_]*$' THEN
            failure_code := 'invalid';
            failure_text := 'An operation needs the name of its command.';
        ELSIF op ->> 'author' IS DISTINCT FROM call.user_id::text THEN
            failure_code := 'refused';
            failure_text := 'You cannot speak for somebody else.';
        ELSIF call.role = 'viewer' THEN
            failure_code := 'refused';
            failure_text := 'Your role does not allow this.';
        END IF;
    END IF;

    IF failure_code IS NULL THEN
        -- From where it stands or from where the last answer left it: what is first in the operation decides.
        state.chain_seq := device.last_seq;
        state.chain_hash := device.last_hash;
        IF device.last_seq <> device.accepted_seq
            AND (SELECT f -> 2 FROM jsonb_path_query(op, 'lax $.rows[*] ? (@.table == "lead_activities").fields[*]') f
                WHERE f ->> 0 = 'prev_hash' LIMIT 1) = to_jsonb(device.accepted_hash) THEN
            state.chain_seq := device.accepted_seq;
            state.chain_hash := device.accepted_hash;
        END IF;
        BEGIN
            done := keyturn.apply_op(state, op);
        EXCEPTION WHEN OTHERS THEN
            GET STACKED DIAGNOSTICS failure_state = RETURNED_SQLSTATE, failure_text = MESSAGE_TEXT,
                failure_code = PG_EXCEPTION_HINT, failure_place = PG_EXCEPTION_DETAIL,
                failure_constraint = CONSTRAINT_NAME;
            IF keyturn.is_weather(failure_state) THEN
                RAISE;
            END IF;
            IF failure_state <> 'KT001' THEN
                failure_place := NULL;
                SELECT e.code, e.detail INTO failure_code, failure_text
                    FROM keyturn.read_error(failure_state, failure_constraint) e;
            END IF;
        END;
    END IF;

    IF failure_code IS NULL THEN
        answer := jsonb_build_object('id', op_uuid, 'status', 'ok', 'rev', state.rev, 'code', NULL, 'detail', NULL,
            'row', NULL, 'versions', to_jsonb(done.versions), 'overwritten', to_jsonb(done.overwritten),
            'duplicates', to_jsonb(done.duplicates));
    ELSE
        answer := jsonb_build_object('id', op_uuid, 'status', 'rejected', 'rev', NULL, 'code', failure_code, 'detail',
            failure_text, 'row', nullif(failure_place, '')::jsonb, 'versions', '[]'::jsonb);
    END IF;

    INSERT INTO keyturn.ops (op_id, organization_id, seq, user_id, device_id, device_seq, kind, kind_version, args,
            args_hash, status, code, detail, result, rev, chain, at)
        VALUES (op_uuid, call.organization_id, head.last_op + 1, call.user_id, device_uuid, device_number, op_kind,
            op_version, op, args_hash, answer ->> 'status', failure_code, failure_text, answer,
            (answer ->> 'rev')::bigint, keyturn.link(head.chain, op_uuid, op_kind, args_hash, answer ->> 'status',
            (answer ->> 'rev')::bigint, call.user_id), now_at)
        RETURNING chain INTO head.chain;
    head.head := coalesce((answer ->> 'rev')::bigint, head.head);
    head.last_op := head.last_op + 1;
    IF failure_code IS NULL AND done.carried <> '[]' THEN
        FOR old IN SELECT c FROM jsonb_array_elements(done.carried) WITH ORDINALITY e (c, place) ORDER BY place LOOP
            head := keyturn.write_down(head, call.user_id, 'carry_along', old.c - 'from' - 'to', old.c - 'rows');
        END LOOP;
    END IF;

    IF failure_code IS NULL THEN
        device.last_device_seq := device_number;
        device.last_seen_at := now_at;
        IF done.chain_rows > 0 THEN
            device.accepted_seq := done.chain_seq;
            device.accepted_hash := done.chain_hash;
            device.last_seq := done.chain_seq;
            device.last_hash := done.chain_hash;
        END IF;
    ELSIF device_uuid IS NOT NULL AND device.user_id = call.user_id AND device_number > device.last_device_seq THEN
        SELECT * INTO device.last_seq, device.last_hash
            FROM keyturn.tail_of(op, device_uuid, device.last_seq, device.last_hash, device.accepted_seq,
                device.accepted_hash);
        device.last_device_seq := device_number;
        device.last_seen_at := now_at;
    END IF;
    call.head := head;
    call.device := device;
    call.answer := answer;
END
$$;

-- Where a rejected operation leaves the chain of its device: behind its entries, if they continue it.
CREATE FUNCTION keyturn.tail_of(op jsonb, device_id uuid, last_seq bigint, last_hash text, accepted_seq bigint,
    accepted_hash text, OUT seq bigint, OUT hash text)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    fields jsonb;
    is_first boolean := true;
BEGIN
    seq := last_seq;
    hash := last_hash;
    FOR fields IN
        SELECT (SELECT jsonb_object_agg(f ->> 0, f -> 2)
            FROM jsonb_path_query(r, 'strict $.fields[*] ? (@.type() == "array" && @[0].type() == "string")', '{}',
                true) f)
        FROM jsonb_path_query(op, 'lax $.rows[*] ? (@.table == "lead_activities")') r
    LOOP
        IF is_first AND fields ->> 'prev_hash' = accepted_hash THEN
            seq := accepted_seq;
            hash := accepted_hash;
        END IF;
        is_first := false;
        IF fields ->> 'device_id' IS DISTINCT FROM tail_of.device_id::text
            OR fields ->> 'device_seq' IS DISTINCT FROM (seq + 1)::text
            OR fields ->> 'prev_hash' IS DISTINCT FROM hash
            OR coalesce(fields ->> 'hash', '') !~ '^[0-9a-f]{64}$' THEN
            seq := last_seq;
            hash := last_hash;
            RETURN;
        END IF;
        seq := seq + 1;
        hash := fields ->> 'hash';
    END LOOP;
END
$$;

-- Operations together -----------------------------------------------------------------------------------------------------

-- Carries out all of `ops` at once, each statement for all of their rows, if nothing about any of them is out of the
-- ordinary: no clash, no value lost, no lead handed over, merged or restored, nothing that points at what another one of
-- them makes, and no row touched twice. Where something is, there is no answer and nothing has happened: keyturn.take_op
-- finds out what, one operation after the other. Every rule that it knows stands here once more as a question of yes or
-- no; where the two differ, this one must be the stricter.
CREATE FUNCTION keyturn.take_together(INOUT call keyturn.call_state, ops jsonb[])
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    now_at constant timestamptz := clock_timestamp();
    me constant jsonb := to_jsonb(call.user_id);
    home constant jsonb := to_jsonb(call.organization_id);
    base_rev constant bigint := (call.head).head;
    device keyturn.device_registrations := call.device;
    device_uuid uuid;
    first_number bigint;
    last_number bigint;
    ids uuid[];
    is_plain boolean;
    is_scoped boolean := false;
    changes keyturn.change_row[];
    presents jsonb[] := '{}';
    contents jsonb[];
    versions integer[];
    stages uuid[];
    locked jsonb[];
    part record;
    state keyturn.op_state;
    entries bigint;
    hashes text[];
    chains text[] := '{}';
    answers jsonb;
    chain text := (call.head).chain;
    failure_state text;
BEGIN
    call.answer := NULL;
    IF call.role = 'viewer' THEN
        RETURN;
    END IF;
    -- What is no id or no number ends this attempt, too, so that nothing here need be matched against a pattern twice.
    BEGIN
        SELECT coalesce(bool_and(coalesce(o.op_id::uuid::text = o.op_id AND o.device = ops[1] ->> 'device_id'
                    AND o.number::text = o.op ->> 'device_seq' AND o.number < 1000000000000000000
                    AND o.number > coalesce(o.number_before, -1)
                    AND (o.command = o.command_before OR o.command ~ '^[a-z][a-z0-9_]{0,99}$')
                    AND o.version::text = o.op ->> 'kind_version' AND o.version BETWEEN call.min_client AND 999999
                    AND o.op -> 'author' = me AND jsonb_typeof(o.op -> 'rows') = 'array', false)), false)
                AND count(DISTINCT o.op_id) = cardinality(ops),
            min(o.number), max(o.number), array_agg(o.op_id::uuid ORDER BY o.n)
            INTO is_plain, first_number, last_number, ids
            FROM (SELECT e.*, lag(e.number) OVER follow AS number_before, lag(e.command) OVER follow AS command_before
                FROM (SELECT o.op, o.n, o.op ->> 'id' AS op_id, o.op ->> 'device_id' AS device, o.op ->> 'command' AS command,
                        (o.op ->> 'device_seq')::bigint AS number, (o.op ->> 'kind_version')::integer AS version
                    FROM unnest(ops) WITH ORDINALITY o (op, n)) e
                WINDOW follow AS (ORDER BY e.n)) o;
        device_uuid := (ops[1] ->> 'device_id')::uuid;
        IF NOT is_plain OR device_uuid::text <> ops[1] ->> 'device_id' THEN
            RETURN;
        END IF;
        IF device.device_id IS NULL THEN
            SELECT d.* INTO device FROM keyturn.device_registrations d
                WHERE d.device_id = device_uuid AND d.organization_id = call.organization_id;
        END IF;
        IF device.device_id IS DISTINCT FROM device_uuid OR device.user_id <> call.user_id OR device.revoked_at IS NOT NULL
            OR first_number <= device.last_device_seq OR device.last_seq <> device.accepted_seq
            OR EXISTS (SELECT 1 FROM keyturn.ops o WHERE o.op_id = ANY(ids) AND o.organization_id = call.organization_id) THEN
            RETURN;
        END IF;

        -- Updates first, by table and id: in this order their rows are locked, too.
        SELECT coalesce(bool_and(coalesce(t.turn IS NOT NULL AND r.id::uuid::text = r.id
                    AND jsonb_typeof(r.fields) = 'array' AND r.fields <> '[]'
                    AND CASE r.kind WHEN 'insert' THEN call.role = ANY(t.insert_roles)
                        WHEN 'update' THEN call.role = ANY(t.update_roles) AND t.bundle <> 'log' END, false)), false)
                AND count(*) = count(DISTINCT (r.name, r.id)) AND count(*) <= 20000
                AND count(DISTINCT r.n) = cardinality(ops),
            array_agg((r.n, r.place, r.name, r.kind, r.id::uuid, r.fields)::keyturn.change_row
                ORDER BY r.kind DESC, t.turn, r.id::uuid)
            INTO is_plain, changes
            FROM (SELECT o.n, r.place, r.change ->> 'table' AS name, r.change ->> 'kind' AS kind, r.change ->> 'id' AS id,
                    r.change -> 'fields' AS fields
                FROM unnest(ops) WITH ORDINALITY o (op, n)
                CROSS JOIN LATERAL jsonb_array_elements(o.op -> 'rows') WITH ORDINALITY r (change, place)) r
            LEFT JOIN keyturn.api_tables t ON t.name = r.name;
        IF NOT is_plain THEN
            RETURN;
        END IF;
        FOR part IN
            SELECT c.name, array_agg(c.id) AS wanted FROM unnest(changes) c
            JOIN keyturn.api_tables t ON t.name = c.name
            WHERE c.kind = 'update' GROUP BY c.name, t.turn ORDER BY t.turn
        LOOP
            locked := keyturn.lock_all_by_name(part.name, part.wanted);
            IF coalesce(cardinality(locked), 0) <> cardinality(part.wanted) THEN
                RETURN;
            END IF;
            presents := presents || locked;
        END LOOP;

        -- What every column may hold, and what becomes of the rows.
        SELECT array_agg(r.version ORDER BY r.i), array_agg(r.stage ORDER BY r.i), NOT bool_or(r.is_odd),
            array_agg(CASE
                WHEN r.kind = 'insert' THEN jsonb_build_object('created_at', now_at) || r.fields || jsonb_build_object(
                    'id', r.id, 'organization_id', call.organization_id, 'version', 1, 'rev', base_rev + r.n)
                    || CASE WHEN r.bundle = 'log' OR NOT r.fields ? 'updated_at' THEN jsonb_build_object('updated_at',
                        coalesce(r.fields -> 'created_at', to_jsonb(now_at))) ELSE '{}' END
                WHEN r.fields = '{}' THEN '{}'
                ELSE r.fields || jsonb_build_object('version', r.version, 'rev', base_rev + r.n) END ORDER BY r.i)
            INTO versions, stages, is_plain, contents
            FROM (SELECT c.*, t.bundle, v.fields, (c.present ->> 'stage_id')::uuid AS stage,
                    v.is_odd OR c.present ->> 'deleted_at' IS NOT NULL AS is_odd,
                    CASE WHEN c.kind = 'insert' THEN 1 WHEN v.fields = '{}' THEN (c.present ->> 'version')::integer
                        ELSE (c.present ->> 'version')::integer + 1 END AS version
                FROM unnest(changes, presents) WITH ORDINALITY c (n, place, name, kind, id, given, present, i)
                JOIN keyturn.api_tables t ON t.name = c.name
                CROSS JOIN LATERAL (
                    SELECT coalesce(jsonb_object_agg(f.name, f.value) FILTER (WHERE CASE c.kind
                            WHEN 'insert' THEN f.value <> 'null' AND (f.rule <> 'kept' OR f.name = 'updated_at')
                            ELSE f.rule <> 'kept' AND f.value <> f.was END), '{}') AS fields,
                        bool_or(coalesce(CASE
                            WHEN f.name IS NULL THEN true
                            WHEN f.name = 'organization_id' AND f.value <> home THEN true
                            WHEN c.kind = 'insert' AND f.value = 'null' THEN false
                            WHEN c.kind = 'insert' AND f.name = 'id' THEN f.value <> to_jsonb(c.id)
                            WHEN f.rule = 'kept' THEN false
                            WHEN c.kind = 'update' AND f.rule <> 'strict' AND f.value = f.was THEN false
                            WHEN f.rule IN ('never', 'admin', 'own') THEN true
                            WHEN c.kind = 'update' AND f.rule IN ('fixed', 'self', 'follows', 'monotone') THEN true
                            WHEN f.rule = 'strict' AND c.kind = 'update' AND f.base <> f.was THEN true
                            WHEN c.kind = 'update' AND f.base <> f.was
                                AND NOT (f.base IN ('null', '""') AND f.was IN ('null', '""')) THEN true
                            -- A lead may go, but not into another one or come back.
                            WHEN c.name = 'leads' AND f.name = 'deleted_at' THEN
                                c.kind = 'insert' OR f.was <> 'null' OR c.present ->> 'duplicate_of_id' IS NOT NULL
                            WHEN c.name = 'leads' AND (f.name = 'duplicate_of_id'
                                OR c.kind = 'update' AND f.name = 'assigned_to' AND f.value <> f.was) THEN true
                            WHEN f.value = 'null' THEN false
                            WHEN f.rule IN ('self', 'doer') AND f.value <> me THEN true
                            WHEN f.is_past AND (f.value #>> '{}')::timestamptz > now_at + keyturn.clock_tolerance() THEN true
                            WHEN f.name = 'created_at' AND (f.value #>> '{}')::timestamptz < now_at - interval '1 year'
                                THEN true
                            ELSE false END, true)) OR count(DISTINCT f.name) <> count(*) AS is_odd
                    FROM (SELECT k.name, k.rule, k.is_past, c.present -> k.name AS was,
                            keyturn.quick_native(e.field -> 2, k.type) AS value,
                            CASE WHEN c.kind = 'update' AND k.rule <> 'kept'
                                THEN keyturn.quick_native(e.field -> 1, k.type) END AS base
                        FROM jsonb_array_elements(c.given) e (field)
                        LEFT JOIN keyturn.api_columns k ON k.table_name = c.name AND k.name = e.field ->> 0
                            AND jsonb_array_length(e.field) = 3
                        OFFSET 0) f) v) r;
        IF NOT is_plain THEN
            RETURN;
        END IF;

        -- Rows point at what was in sight before, or at what their own operation makes.
        FOR part IN
            SELECT p.target, array_agg(DISTINCT p.id) AS wanted
            FROM (SELECT c.n, k.target, (c.fields ->> k.name)::uuid AS id
                FROM unnest(changes, contents) c (n, place, name, kind, id, given, fields)
                JOIN keyturn.api_columns k ON k.table_name = c.name AND k.target IS NOT NULL AND k.rule <> 'kept'
                WHERE c.fields ->> k.name IS NOT NULL
                EXCEPT SELECT c.n, c.name, c.id FROM unnest(changes) c WHERE c.kind = 'insert') p
            GROUP BY p.target
        LOOP
            IF NOT keyturn.sees_all_by_name(part.target, part.wanted) THEN
                RETURN;
            END IF;
        END LOOP;

        -- New leads are nobody's twins, and not each other's.
        IF EXISTS (SELECT 1 FROM unnest(changes, contents) c (n, place, name, kind, id, given, fields)
                WHERE c.name = 'leads' AND c.kind = 'insert') THEN
            SELECT count(l.email) = count(DISTINCT l.email) AND count(l.external) = count(DISTINCT l.external)
                    AND NOT keyturn.have_twins(array_agg(l.email), array_agg(l.source), array_agg(l.external_id))
                INTO is_plain
                FROM (SELECT CASE WHEN NOT coalesce((c.fields ->> 'email_shared')::boolean, false)
                            THEN lower(c.fields ->> 'email') END AS email,
                        coalesce(c.fields ->> 'lead_source', '') AS source, c.fields ->> 'external_lead_id' AS external_id,
                        CASE WHEN c.fields ? 'external_lead_id' THEN
                            (coalesce(c.fields ->> 'lead_source', ''), c.fields ->> 'external_lead_id')::text END AS external
                    FROM unnest(changes, contents) c (n, place, name, kind, id, given, fields)
                    WHERE c.name = 'leads' AND c.kind = 'insert') l;
            IF NOT is_plain THEN
                RETURN;
            END IF;
        END IF;

        -- The log continues the chain of its device,
        SELECT coalesce(bool_and(coalesce(
                    a.fields ->> 'device_id' = device_uuid::text
                    AND (a.fields ->> 'device_seq')::bigint = device.last_seq + a.entry
                    AND a.fields ->> 'prev_hash' = a.hash_before AND a.fields ->> 'hash' IS NOT NULL
                    AND (coalesce(a.fields ->> 'actor_type', 'user') <> 'user'
                        OR coalesce(a.fields -> 'actor_id', me) = me)
                    AND a.fields -> 'created_by' = me AND a.type <> 'lead_merged'
                    AND (a.type = a.type_before OR a.type ~ '^[a-z][a-z0-9_]*$'), false)), true), count(*),
                (array_agg(a.fields ->> 'hash' ORDER BY a.entry DESC))[1]
            INTO is_plain, entries, state.chain_hash
            FROM (SELECT c.fields, row_number() OVER follow AS entry,
                    lag(c.fields ->> 'hash', 1, device.last_hash) OVER follow AS hash_before,
                    c.fields ->> 'activity_type' AS type, lag(c.fields ->> 'activity_type') OVER follow AS type_before
                FROM unnest(changes, contents) c (n, place, name, kind, id, given, fields)
                WHERE c.name = 'lead_activities' WINDOW follow AS (ORDER BY c.n, c.place)) a;
        IF NOT is_plain THEN
            RETURN;
        END IF;
        -- and says what was done.
        FOR part IN
            SELECT w.n, array_agg(w.what ORDER BY w.what COLLATE "C") FILTER (WHERE w.is_needed) AS needed,
                array_agg(w.what ORDER BY w.what COLLATE "C") FILTER (WHERE NOT w.is_needed) AS logged
            FROM (SELECT c.n, what, is_needed
                FROM unnest(changes, contents, stages) c (n, place, name, kind, id, given, fields, stage)
                CROSS JOIN LATERAL (
                    SELECT format('moved:%s:%s:%s:%s:%s', c.id, f.id, t.id, f.key, t.key), true
                    FROM keyturn.pipeline_stages f, keyturn.pipeline_stages t
                    WHERE c.name = 'leads' AND c.kind = 'update' AND c.fields ? 'stage_id' AND f.id = c.stage
                        AND t.id = (c.fields ->> 'stage_id')::uuid
                    UNION ALL
                    SELECT format('born:%s', c.id), true WHERE c.name = 'leads' AND c.kind = 'insert'
                    UNION ALL
                    SELECT format('removed:%s', c.id), true
                    WHERE c.name = 'leads' AND c.kind = 'update' AND c.fields ? 'deleted_at'
                    UNION ALL
                    SELECT format(way, c.id, c.fields ->> 'assigned_to'), true
                    FROM unnest('{assigned:%s::%s,owner:%s::%s}'::text[]) way
                    WHERE c.name = 'leads' AND c.kind = 'insert' AND c.fields ->> 'assigned_to' IS NOT NULL
                    UNION ALL
                    SELECT format('owner:%s:%s:%s', c.fields ->> 'lead_id', c.fields ->> 'assigned_from',
                        c.fields ->> 'assigned_to'), false
                    WHERE c.name = 'lead_assignments'
                    UNION ALL
                    SELECT keyturn.told_by(c.fields, (c.fields ->> 'lead_id')::uuid), false
                    WHERE c.name = 'lead_activities') AS w (what, is_needed)
                WHERE what IS NOT NULL) w
            GROUP BY w.n
        LOOP
            IF part.needed IS DISTINCT FROM part.logged THEN
                state.needed := coalesce(part.needed, '{}');
                state.logged := coalesce(part.logged, '{}');
                state.born := ARRAY(SELECT c.id FROM unnest(changes) c
                    WHERE c.n = part.n AND c.name = 'leads' AND c.kind = 'insert');
                PERFORM keyturn.check_log(state);
            END IF;
        END LOOP;

        -- What is written of a lead takes along when something last happened to it: the trigger of the log would write
        -- the row, and all that is in its indexes, once more.
        IF entries > 0 THEN
            contents := ARRAY(
                SELECT CASE WHEN h.last IS NULL THEN c.fields ELSE c.fields || jsonb_build_object('last_activity_at',
                        greatest((c.present ->> 'last_activity_at')::timestamptz, h.last)) END
                FROM unnest(changes, contents, presents) WITH ORDINALITY c (n, place, name, kind, id, given, fields, present, i)
                LEFT JOIN (SELECT (a.fields ->> 'lead_id')::uuid AS lead,
                        max((a.fields ->> 'occurred_at')::timestamptz) AS last
                    FROM unnest(changes, contents) a (n, place, name, kind, id, given, fields)
                    WHERE a.name = 'lead_activities' GROUP BY 1) h
                    ON c.name = 'leads' AND h.lead = c.id AND c.fields <> '{}'
                ORDER BY c.i);
        END IF;
        FOR part IN
            SELECT c.name, c.kind, t.turn FROM unnest(changes) c JOIN keyturn.api_tables t ON t.name = c.name
            GROUP BY c.name, c.kind, t.turn ORDER BY c.kind DESC, t.turn
        LOOP
            IF part.kind = 'update' THEN
                PERFORM keyturn.update_all_by_name(part.name, changes, contents);
                CONTINUE;
            END IF;
            PERFORM keyturn.insert_all_by_name(part.name, changes, contents);
            IF part.name = 'leads' THEN
                INSERT INTO keyturn.op_scope (organization_id, lead_id)
                    SELECT call.organization_id, c.id FROM unnest(changes) c
                    WHERE c.name = 'leads' AND c.kind = 'insert' AND NOT keyturn.sees_leads(c.id);
                is_scoped := FOUND;
            END IF;
        END LOOP;
        SET CONSTRAINTS ALL IMMEDIATE;
        SET CONSTRAINTS ALL DEFERRED;
        IF is_scoped THEN
            DELETE FROM keyturn.op_scope;
        END IF;
    EXCEPTION WHEN OTHERS THEN
        GET STACKED DIAGNOSTICS failure_state = RETURNED_SQLSTATE;
        IF keyturn.is_weather(failure_state) THEN
            RAISE;
        END IF;
        RETURN;
    END;

    hashes := ARRAY(SELECT encode(sha256(convert_to(o.op::text, 'UTF8')), 'hex')
        FROM unnest(ops) WITH ORDINALITY o (op, n) ORDER BY o.n);
    FOR i IN 1 .. cardinality(ops) LOOP
        chain := keyturn.link(chain, ids[i], ops[i] ->> 'command', hashes[i], 'ok', base_rev + i, call.user_id);
        chains := chains || chain;
    END LOOP;
    WITH written AS (
        INSERT INTO keyturn.ops (op_id, organization_id, seq, user_id, device_id, device_seq, kind, kind_version, args,
                args_hash, status, result, rev, chain, at)
            SELECT ids[o.n], call.organization_id, (call.head).last_op + o.n, call.user_id, device_uuid,
                (o.op ->> 'device_seq')::bigint, o.op ->> 'command', (o.op ->> 'kind_version')::integer, o.op, o.hash, 'ok',
                jsonb_build_object('id', ids[o.n], 'status', 'ok', 'rev', base_rev + o.n, 'code', NULL, 'detail', NULL,
                    'row', NULL, 'versions', v.versions, 'overwritten', '[]'::jsonb, 'duplicates', '[]'::jsonb),
                base_rev + o.n, o.chain, now_at
            FROM unnest(ops, hashes, chains) WITH ORDINALITY o (op, hash, chain, n)
            JOIN (SELECT c.n, jsonb_agg(jsonb_build_object('table', c.name, 'id', c.id, 'version', c.version)
                    ORDER BY c.place) AS versions
                FROM unnest(changes, versions) c (n, place, name, kind, id, given, version) GROUP BY c.n) v ON v.n = o.n
            RETURNING seq, result)
    SELECT jsonb_agg(w.result ORDER BY w.seq) INTO answers FROM written w;
    call.head.head := base_rev + cardinality(ops);
    call.head.last_op := (call.head).last_op + cardinality(ops);
    call.head.chain := chain;
    device.last_device_seq := last_number;
    device.last_seen_at := now_at;
    IF entries > 0 THEN
        device.accepted_seq := device.last_seq + entries;
        device.accepted_hash := state.chain_hash;
        device.last_seq := device.accepted_seq;
        device.last_hash := device.accepted_hash;
    END IF;
    call.device := device;
    call.answer := answers;
END
$$;

-- All of a call: together if that can be, otherwise by halves, so that one that is out of the ordinary holds up few.
CREATE FUNCTION keyturn.take_ops(INOUT call keyturn.call_state, ops jsonb[])
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    middle constant integer := cardinality(ops) / 2;
    first jsonb;
BEGIN
    call := keyturn.take_together(call, ops);
    IF call.answer IS NOT NULL THEN
        RETURN;
    END IF;
    IF cardinality(ops) = 1 THEN
        call := keyturn.take_op(call, ops[1]);
        call.answer := jsonb_build_array(call.answer);
        RETURN;
    END IF;
    call := keyturn.take_ops(call, ops[:middle]);
    first := call.answer;
    call := keyturn.take_ops(call, ops[middle + 1:]);
    call.answer := first || call.answer;
END
$$;

-- The door -----------------------------------------------------------------------------------------------------------------

-- Operations in, answers out, one for one and in order. A call takes at most 100 operations and 512 KiB, or a single one
-- of up to 16 MiB, so that a command over many leads stays one. The settings are pinned because a session may change
-- them: none of them alters what is stored. The last three are for plans: made once a session, and made for tables that
-- grow, however small they were then.
CREATE FUNCTION api.push(ops jsonb[]) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET row_security = on
SET timezone = 'UTC'
SET datestyle = 'ISO, YMD'
SET intervalstyle = 'postgres'
SET standard_conforming_strings = on
SET transform_null_equals = off
SET bytea_output = 'hex'
SET extra_float_digits = 1
SET lock_timeout = '10s'
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
SET jit = off
AS $$
DECLARE
    who record;
    call keyturn.call_state;
    op jsonb;
    size bigint := 0;
    last_op bigint;
BEGIN
    IF coalesce(cardinality(ops), 0) = 0 THEN
        RETURN '[]';
    END IF;
    IF array_ndims(ops) <> 1 OR cardinality(ops) > 100 THEN
        RAISE EXCEPTION 'At most 100 operations in one call.' USING ERRCODE = 'program_limit_exceeded';
    END IF;
    FOREACH op IN ARRAY ops LOOP
        size := size + coalesce(octet_length(op::text), 0);
    END LOOP;
    IF size > (CASE WHEN cardinality(ops) = 1 THEN 16 * 1024 * 1024 ELSE 512 * 1024 END) THEN
        RAISE EXCEPTION 'At most 512 KiB in one call, or one operation of 16 MiB.'
            USING ERRCODE = 'program_limit_exceeded';
    END IF;

    -- Everybody else's pushes wait from here to the end of the transaction: a client that dies in between must not keep
    -- them waiting.
    PERFORM set_config('idle_in_transaction_session_timeout', '5s', true);
    SELECT h INTO call.head FROM keyturn.org_head h WHERE h.organization_id = keyturn.my_organization() FOR UPDATE;
    SELECT i.*, m.min_client INTO who FROM keyturn.identity() i CROSS JOIN keyturn.schema_meta m;
    IF who.user_id IS NULL THEN
        RAISE EXCEPTION 'You have no active place in an organization here.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM keyturn.look_ahead();

    call.organization_id := who.organization_id;
    call.user_id := who.user_id;
    call.role := who.role;
    call.min_client := who.min_client;
    last_op := (call.head).last_op;
    call := keyturn.take_ops(call, ops);
    UPDATE keyturn.org_head h SET head = (call.head).head, last_op = (call.head).last_op, chain = (call.head).chain
        WHERE h.organization_id = call.organization_id;
    IF (call.device).device_id IS NOT NULL THEN
        PERFORM keyturn.keep_device(call.device);
    END IF;

    -- A hint for those who listen, without a word of what happened, and seldom: a NOTIFY serializes all commits.
    IF jsonb_path_exists(call.answer, '$[*] ? (@.status == "ok")') THEN
        UPDATE keyturn.org_head h SET notified_at = clock_timestamp()
            WHERE h.organization_id = who.organization_id AND h.notified_at < clock_timestamp() - interval '1 second';
        IF FOUND THEN
            PERFORM pg_notify(keyturn.channel(who.organization_id), '');
        END IF;
    END IF;
    IF (call.head).last_op BETWEEN 16 AND 100000
        AND floor(log(4, (call.head).last_op)) > floor(log(4, greatest(last_op, 1))) THEN
        PERFORM keyturn.learn_sizes();
    END IF;
    RETURN call.answer;
END
$$;

-- A list that leaves as a file stands in the ledger before its first row is read: who, what, and how many leads were
-- chosen; null for all that they see. Nobody is kept from reading in other ways what they may see; this says what was
-- taken with the program.
CREATE FUNCTION api.note_export(what text, format text, leads bigint DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET row_security = on
SET lock_timeout = '10s'
AS $$
DECLARE
    who record;
    ledger keyturn.org_head;
BEGIN
    -- In the order of everything from here on.
    SELECT h.* INTO ledger FROM keyturn.org_head h WHERE h.organization_id = keyturn.my_organization() FOR UPDATE;
    SELECT i.* INTO who FROM keyturn.identity() i;
    IF who.user_id IS NULL THEN
        RAISE EXCEPTION 'You have no active place in an organization here.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF what IS NULL OR what NOT IN ('leads', 'activities') OR format IS NULL OR format NOT IN ('csv', 'vcard') THEN
        RAISE EXCEPTION 'There is no such list.' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    ledger := keyturn.write_down(ledger, who.user_id, 'export',
        jsonb_build_object('what', what, 'format', format, 'leads', leads), '{}');
    UPDATE keyturn.org_head h SET head = ledger.head, last_op = ledger.last_op, chain = ledger.chain
        WHERE h.organization_id = who.organization_id;
END
$$;

CREATE FUNCTION keyturn.channel(organization uuid) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT 'keyturn_' || replace(organization::text, '-', '')
$$;

-- Next month's partition, if it is missing. Somebody else's long look at the log must not hold up a push: then the next
-- push tries again, and at worst the default partition takes the rows.
CREATE FUNCTION keyturn.look_ahead() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' SET lock_timeout = '100ms' AS $$
BEGIN
    IF to_regclass('keyturn.lead_activities_' || to_char(date_trunc('month', now()) + interval '1 month',
            '"y"YYYY"m"MM')) IS NULL THEN
        BEGIN
            PERFORM keyturn.make_partitions();
        EXCEPTION WHEN OTHERS THEN
            NULL;
        END;
    END IF;
END
$$;

-- A fresh server that is filled in one go is planned for as if it were empty until autovacuum comes by, which is a minute
-- or two: too long for statements that walk what they should look up. So the sizes are looked at once more whenever the
-- ledger has become four times as long; a table that somebody else looks through is left for the next time.
CREATE FUNCTION keyturn.learn_sizes() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    ANALYZE (SKIP_LOCKED) keyturn.leads, keyturn.lead_profiles, keyturn.lead_loan_scenarios, keyturn.lead_assignments,
        keyturn.lead_activities, keyturn.lead_notes, keyturn.lead_tags, keyturn.tasks, keyturn.contacts, keyturn.ops;
END
$$;

-- Who I am here, and whether we understand each other. Answers null for a login without an active place.
CREATE FUNCTION api.hello(device uuid DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = on SET timezone = 'UTC'
AS $$
BEGIN
    RETURN (SELECT jsonb_build_object(
        'schema_version', m.version, 'min_client', m.min_client,
        'head', h.head, 'epoch', h.epoch, 'scope_rev', i.scope_rev,
        'user_id', i.user_id, 'organization_id', i.organization_id, 'role', i.role,
        'sees_organization', keyturn.sees_organization(), 'may_write', keyturn.may_write(),
        'org_wide_leads', coalesce(o.settings -> 'org_wide_leads' = 'true', false),
        'server_time_ms', (extract(epoch FROM clock_timestamp()) * 1000)::bigint,
        'channel', keyturn.channel(i.organization_id),
        'device', (SELECT jsonb_build_object('last_device_seq', d.last_device_seq, 'chain_seq', d.accepted_seq,
                'chain_hash', d.accepted_hash)
            FROM keyturn.device_registrations d
            WHERE d.device_id = hello.device AND d.user_id = i.user_id AND d.revoked_at IS NULL))
    FROM keyturn.identity() i
    JOIN keyturn.organizations o ON o.id = i.organization_id
    JOIN keyturn.org_head h ON h.organization_id = i.organization_id
    CROSS JOIN keyturn.schema_meta m
    WHERE i.user_id IS NOT NULL);
END
$$;

-- Which rows have changed since revision `since`, as far as I may see them, and which leads I do not see any more. Runs
-- with the rights of whoever asks. Cut between revisions only: at most `revisions` of them; ask again from `next` while
-- it is behind `head`. Asked every second by everybody, so in PL/pgSQL, which plans it once a session: planning takes much
-- longer than what it finds.
CREATE FUNCTION api.pull(since bigint, revisions integer DEFAULT 1000) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET jit = off AS $$
BEGIN
    RETURN (WITH span AS (
        SELECT greatest(since, 0) AS low, least(h.head, greatest(since, 0) + greatest(revisions, 1)) AS high, h.head,
            h.epoch
        FROM keyturn.org_head h
    ), changed AS (
        SELECT 'leads' AS tbl, t.id, t.id AS lead_id, t.rev FROM keyturn.leads t, span WHERE t.rev > low AND t.rev <= high
        UNION ALL
        SELECT 'lead_profiles', t.id, t.lead_id, t.rev FROM keyturn.lead_profiles t, span WHERE t.rev > low AND t.rev <= high
        UNION ALL
        SELECT 'lead_loan_scenarios', t.id, t.lead_id, t.rev FROM keyturn.lead_loan_scenarios t, span
            WHERE t.rev > low AND t.rev <= high
        UNION ALL
        SELECT 'lead_contacts', t.id, t.lead_id, t.rev FROM keyturn.lead_contacts t, span WHERE t.rev > low AND t.rev <= high
        UNION ALL
        SELECT 'lead_notes', t.id, t.lead_id, t.rev FROM keyturn.lead_notes t, span WHERE t.rev > low AND t.rev <= high
        UNION ALL
        SELECT 'lead_assignments', t.id, t.lead_id, t.rev FROM keyturn.lead_assignments t, span
            WHERE t.rev > low AND t.rev <= high
        UNION ALL
        SELECT 'lead_tags', t.id, t.lead_id, t.rev FROM keyturn.lead_tags t, span WHERE t.rev > low AND t.rev <= high
        UNION ALL
        SELECT 'tasks', t.id, t.lead_id, t.rev FROM keyturn.tasks t, span WHERE t.rev > low AND t.rev <= high
        UNION ALL
        SELECT 'documents', t.id, t.lead_id, t.rev FROM keyturn.documents t, span WHERE t.rev > low AND t.rev <= high
        UNION ALL
        SELECT 'consents', t.id, t.lead_id, t.rev FROM keyturn.consents t, span WHERE t.rev > low AND t.rev <= high
        UNION ALL
        SELECT 'communications', t.id, t.lead_id, t.rev FROM keyturn.communications t, span
            WHERE t.rev > low AND t.rev <= high
        UNION ALL
        SELECT 'lead_activities', t.id, t.lead_id, t.rev FROM keyturn.lead_activities t, span
            WHERE t.rev > low AND t.rev <= high
        UNION ALL
        SELECT 'contacts', t.id, NULL, t.rev FROM keyturn.contacts t, span WHERE t.rev > low AND t.rev <= high
        UNION ALL
        SELECT 'tags', t.id, NULL, t.rev FROM keyturn.tags t, span WHERE t.rev > low AND t.rev <= high
        UNION ALL
        SELECT 'pipelines', t.id, NULL, t.rev FROM keyturn.pipelines t, span WHERE t.rev > low AND t.rev <= high
        UNION ALL
        SELECT 'pipeline_stages', t.id, NULL, t.rev FROM keyturn.pipeline_stages t, span WHERE t.rev > low AND t.rev <= high
        UNION ALL
        SELECT 'users', t.id, NULL, t.rev FROM keyturn.users t, span WHERE t.rev > low AND t.rev <= high
        UNION ALL
        SELECT 'organizations', t.id, NULL, t.rev FROM keyturn.organizations t, span WHERE t.rev > low AND t.rev <= high
        UNION ALL
        SELECT 'import_batches', t.id, NULL, t.rev FROM keyturn.import_batches t, span WHERE t.rev > low AND t.rev <= high
    )
    SELECT jsonb_build_object(
        'head', span.head, 'epoch', span.epoch, 'next', greatest(span.high, span.low),
        'leads', coalesce((SELECT jsonb_agg(DISTINCT c.lead_id) FROM changed c WHERE c.lead_id IS NOT NULL), '[]'),
        'rows', coalesce((SELECT jsonb_agg(jsonb_build_array(c.tbl, c.id, c.lead_id, c.rev) ORDER BY c.rev, c.tbl, c.id)
            FROM changed c), '[]'),
        'lost', coalesce((SELECT jsonb_agg(DISTINCT a.lead_id) FROM keyturn.access_log a
            WHERE a.rev > span.low AND a.rev <= span.high
                AND NOT EXISTS (SELECT 1 FROM keyturn.leads l WHERE l.id = a.lead_id)), '[]'),
        'granted', coalesce((SELECT jsonb_agg(DISTINCT a.lead_id) FROM keyturn.access_log a
            WHERE a.rev > span.low AND a.rev <= span.high
                AND EXISTS (SELECT 1 FROM keyturn.leads l WHERE l.id = a.lead_id)), '[]'),
        'gone', coalesce((SELECT jsonb_agg(jsonb_build_array(g.table_name, g.row_id, g.lead_id)) FROM keyturn.tombstones g
            WHERE g.rev > span.low AND g.rev <= span.high), '[]'))
    FROM span);
END
$$;

-- Owners and grants -----------------------------------------------------------------------------------------------------

DO $$
DECLARE
    thing record;
BEGIN
    FOR thing IN SELECT unnest(ARRAY['api_tables', 'api_columns']) AS name LOOP
        EXECUTE format('ALTER TABLE keyturn.%I OWNER TO keyturn_owner', thing.name);
        EXECUTE format('ALTER TABLE keyturn.%I ENABLE ROW LEVEL SECURITY', thing.name);
        EXECUTE format('ALTER TABLE keyturn.%I FORCE ROW LEVEL SECURITY', thing.name);
        EXECUTE format('CREATE POLICY %I ON keyturn.%I FOR ALL TO keyturn_owner USING (true)', thing.name || '_owner',
            thing.name);
        EXECUTE format('CREATE POLICY %I ON keyturn.%I FOR SELECT TO keyturn_api USING (true)', thing.name || '_read',
            thing.name);
        EXECUTE format('GRANT SELECT ON keyturn.%I TO keyturn_api', thing.name);
    END LOOP;
    GRANT CREATE ON SCHEMA api TO keyturn_api;
    FOR thing IN
        SELECT p.oid::regprocedure AS signature, p.proname AS name, n.nspname AS home
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname = 'api' OR n.nspname = 'keyturn' AND p.proowner <> 'keyturn_owner'::regrole
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', thing.signature);
        EXECUTE format('ALTER FUNCTION %s OWNER TO %I', thing.signature,
            CASE thing.home WHEN 'api' THEN 'keyturn_api' ELSE 'keyturn_owner' END);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %I', thing.signature,
            CASE thing.home WHEN 'api' THEN 'keyturn_member' ELSE 'keyturn_api' END);
    END LOOP;
    REVOKE CREATE ON SCHEMA api FROM keyturn_api;
    ALTER TYPE keyturn.change_row OWNER TO keyturn_owner;
    ALTER TYPE keyturn.op_state OWNER TO keyturn_owner;
    ALTER TYPE keyturn.call_state OWNER TO keyturn_owner;
    UPDATE keyturn.schema_meta SET version = 3;
END
$$;
