-- SPDX-License-Identifier: GPL-3.0-or-later
-- A book becomes a team's workspace: roles, identity, row security, the revision of every shared row, the ledger.
--
-- People hold SELECT and EXECUTE and nothing else. Who they are is decided by session_user alone, which no statement of
-- theirs can change; nothing here reads a setting. The one way to write is api.push (0003_push).

-- Roles belong to the cluster: another database of ours may have made them already, or be making them right now.
DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['keyturn_owner', 'keyturn_api', 'keyturn_member'] LOOP
        BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = wanted) THEN
                EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS',
                    wanted);
            END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;
        END;
        IF NOT pg_has_role(current_user, wanted, 'MEMBER') THEN
            EXECUTE format('GRANT %I TO %I', wanted, current_user);
        END IF;
    END LOOP;
END
$$;

-- keyturn: tables. keyturn_read: what people query. api: what people call. admin: what the administrator calls.
CREATE SCHEMA api;
CREATE SCHEMA admin;

CREATE TABLE keyturn.schema_meta (
    version integer NOT NULL,
    min_client integer NOT NULL,
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row)
);
-- min_client: the oldest kind_version of operations that is still taken.
INSERT INTO keyturn.schema_meta (version, min_client) VALUES (2, 1);

-- Which login is whom. The only source of identity.
CREATE TABLE keyturn.org_memberships (
    login text PRIMARY KEY CHECK (login ~ '^[a-z_][a-z0-9_]{0,62}$'),
    user_id uuid NOT NULL,
    organization_id uuid NOT NULL REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    role text NOT NULL
        CONSTRAINT ck_org_memberships_role CHECK (role IN ('system_admin', 'org_admin', 'manager', 'loan_officer',
            'loan_assistant', 'processor', 'marketing', 'viewer', 'service')),
    active boolean NOT NULL DEFAULT true,
    scope_rev bigint NOT NULL DEFAULT 1,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    updated_at timestamptz(3) NOT NULL DEFAULT now(),
    CONSTRAINT org_memberships_user_id_fkey FOREIGN KEY (organization_id, user_id)
        REFERENCES keyturn.users (organization_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX uq_org_memberships_user ON keyturn.org_memberships (organization_id, user_id);

-- Whose leads an assistant looks after.
CREATE TABLE keyturn.team_members (
    organization_id uuid NOT NULL REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    assistant_id uuid NOT NULL,
    officer_id uuid NOT NULL,
    PRIMARY KEY (organization_id, assistant_id, officer_id),
    CONSTRAINT team_members_assistant_id_fkey FOREIGN KEY (organization_id, assistant_id)
        REFERENCES keyturn.users (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT team_members_officer_id_fkey FOREIGN KEY (organization_id, officer_id)
        REFERENCES keyturn.users (organization_id, id) DEFERRABLE INITIALLY DEFERRED
);

-- Installations, each of one person, and the head of the chain of activities that each has written. accepted_* is the
-- last row in the log; last_* also counts the rows of rejected operations, which stand in the ledger: whoever wrote on
-- while an answer was outstanding continues from there, whoever waited continues from the accepted one.
CREATE TABLE keyturn.device_registrations (
    device_id uuid NOT NULL,
    organization_id uuid NOT NULL REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    user_id uuid NOT NULL,
    last_device_seq bigint NOT NULL DEFAULT 0,
    accepted_seq bigint NOT NULL DEFAULT 0,
    accepted_hash text NOT NULL DEFAULT repeat('0', 64) CHECK (accepted_hash ~ '^[0-9a-f]{64}$'),
    last_seq bigint NOT NULL DEFAULT 0,
    last_hash text NOT NULL DEFAULT repeat('0', 64) CHECK (last_hash ~ '^[0-9a-f]{64}$'),
    last_seen_at timestamptz(3) NOT NULL DEFAULT now(),
    revoked_at timestamptz(3),
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    PRIMARY KEY (device_id, organization_id),
    CONSTRAINT device_registrations_user_id_fkey FOREIGN KEY (organization_id, user_id)
        REFERENCES keyturn.users (organization_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX idx_device_registrations_user_id ON keyturn.device_registrations (organization_id, user_id);

-- The order of everything: one row an organization, locked for the length of a push, so that revisions become visible
-- in their own order and a reader who follows them misses none.
CREATE TABLE keyturn.org_head (
    organization_id uuid PRIMARY KEY REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    head bigint NOT NULL DEFAULT 0,
    last_op bigint NOT NULL DEFAULT 0,
    chain text NOT NULL DEFAULT repeat('0', 64) CHECK (chain ~ '^[0-9a-f]{64}$'),
    epoch uuid NOT NULL DEFAULT gen_random_uuid(),
    notified_at timestamptz NOT NULL DEFAULT '-infinity'
) WITH (fillfactor = 20);

-- The ledger: every operation that was ever pushed, taken or not, in the order of its acceptance. Without a user: what
-- the administrator did.
CREATE TABLE keyturn.ops (
    op_id uuid NOT NULL,
    organization_id uuid NOT NULL REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    seq bigint NOT NULL,
    user_id uuid,
    device_id uuid,
    device_seq bigint,
    kind text NOT NULL CHECK (length(kind) <= 100),
    kind_version integer NOT NULL,
    args jsonb,
    args_hash text NOT NULL CHECK (length(args_hash) = 64 AND ltrim(args_hash, '0123456789abcdef') = ''),
    status text NOT NULL CONSTRAINT ck_ops_status CHECK (status IN ('ok', 'rejected')),
    code text,
    detail text,
    result jsonb NOT NULL,
    rev bigint,
    chain text NOT NULL CHECK (length(chain) = 64 AND ltrim(chain, '0123456789abcdef') = ''),
    at timestamptz(3) NOT NULL,
    PRIMARY KEY (op_id, organization_id),
    CONSTRAINT ck_ops_rev CHECK ((status = 'ok') = (rev IS NOT NULL)),
    CONSTRAINT ops_user_id_fkey FOREIGN KEY (organization_id, user_id)
        REFERENCES keyturn.users (organization_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX uq_ops_seq ON keyturn.ops (organization_id, seq);
CREATE INDEX idx_ops_user_id ON keyturn.ops (organization_id, user_id);
CREATE INDEX idx_ops_device ON keyturn.ops (device_id, device_seq);
CREATE INDEX idx_ops_carried ON keyturn.ops (organization_id, (result ->> 'from')) WHERE kind = 'carry_along';

-- Whose view of a lead changed. user_id is null where everybody's did: a lead that left or joined the pool.
CREATE TABLE keyturn.access_log (
    organization_id uuid NOT NULL REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    rev bigint NOT NULL,
    user_id uuid,
    lead_id uuid NOT NULL,
    action text NOT NULL CONSTRAINT ck_access_log_action CHECK (action IN ('grant', 'revoke')),
    CONSTRAINT access_log_user_id_fkey FOREIGN KEY (organization_id, user_id)
        REFERENCES keyturn.users (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT access_log_lead_id_fkey FOREIGN KEY (organization_id, lead_id)
        REFERENCES keyturn.leads (organization_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX idx_access_log_rev ON keyturn.access_log (organization_id, rev);
CREATE INDEX idx_access_log_user_id ON keyturn.access_log (organization_id, user_id);
CREATE INDEX idx_access_log_lead_id ON keyturn.access_log (organization_id, lead_id);

-- Rows that are gone for good.
CREATE TABLE keyturn.tombstones (
    organization_id uuid NOT NULL REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    rev bigint NOT NULL,
    table_name text NOT NULL,
    row_id text NOT NULL,
    lead_id uuid
);
CREATE INDEX idx_tombstones_rev ON keyturn.tombstones (organization_id, rev);

-- Leads that the running operation makes or gives away. It may finish what it began with them, although they are not,
-- or no longer, its author's. Rows never outlive their operation, so nobody else ever sees one.
CREATE TABLE keyturn.op_scope (
    organization_id uuid NOT NULL REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    lead_id uuid NOT NULL,
    PRIMARY KEY (organization_id, lead_id)
);

-- Every shared row carries the organization's revision at its last accepted change.
DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['organizations', 'users', 'pipelines', 'pipeline_stages', 'contacts', 'leads',
            'lead_profiles', 'lead_loan_scenarios', 'lead_contacts', 'lead_notes', 'lead_assignments', 'tags',
            'lead_tags', 'tasks', 'documents', 'consents', 'communications', 'lead_activities', 'import_batches'] LOOP
        EXECUTE format('ALTER TABLE keyturn.%I ADD COLUMN rev bigint NOT NULL DEFAULT 0', t);
        IF t = 'organizations' THEN
            CONTINUE;
        END IF;
        EXECUTE format('CREATE INDEX idx_%s_rev ON keyturn.%I (organization_id, rev)', t, t);
    END LOOP;
END
$$;

-- What an entry of the log is about, where that may be somebody's alone: a note, a document, a task. Filled in by the
-- server, no part of what the device hashed.
ALTER TABLE keyturn.lead_activities ADD COLUMN about uuid;
-- A document that hangs on private notes only belongs to their author.
ALTER TABLE keyturn.documents ADD COLUMN private_to uuid;
ALTER TABLE keyturn.documents ADD CONSTRAINT documents_private_to_fkey FOREIGN KEY (organization_id, private_to)
    REFERENCES keyturn.users (organization_id, id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX idx_documents_private_to ON keyturn.documents (private_to) WHERE private_to IS NOT NULL;
CREATE INDEX idx_documents_sha256 ON keyturn.documents (file_sha256) WHERE file_sha256 IS NOT NULL;

-- Who is asking -------------------------------------------------------------------------------------------------------
-- Definer functions of the owner, because nobody else reads org_memberships. In policies they stand in sub-selects, so
-- that each is called once a query. In PL/pgSQL, which keeps its plans for the session, and each with the whole question
-- in it: a call within the call costs as much again, and they are asked for every statement.

CREATE FUNCTION keyturn.identity(OUT organization_id uuid, OUT user_id uuid, OUT role text, OUT scope_rev bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    SELECT m.organization_id, m.user_id, m.role, m.scope_rev INTO organization_id, user_id, role, scope_rev
    FROM keyturn.org_memberships m JOIN keyturn.organizations o ON o.id = m.organization_id
    WHERE m.login = session_user::text AND m.active AND o.is_active;
END
$$;

CREATE FUNCTION keyturn.my_organization() RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT m.organization_id FROM keyturn.org_memberships m
        JOIN keyturn.organizations o ON o.id = m.organization_id
        WHERE m.login = session_user::text AND m.active AND o.is_active);
END
$$;

CREATE FUNCTION keyturn.my_user() RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT m.user_id FROM keyturn.org_memberships m JOIN keyturn.organizations o ON o.id = m.organization_id
        WHERE m.login = session_user::text AND m.active AND o.is_active);
END
$$;

CREATE FUNCTION keyturn.my_role() RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT m.role FROM keyturn.org_memberships m JOIN keyturn.organizations o ON o.id = m.organization_id
        WHERE m.login = session_user::text AND m.active AND o.is_active);
END
$$;

CREATE FUNCTION keyturn.may_write() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN coalesce((SELECT m.role <> 'viewer' FROM keyturn.org_memberships m JOIN keyturn.organizations o ON o.id = m.organization_id
        WHERE m.login = session_user::text AND m.active AND o.is_active), false);
END
$$;

-- Income, debt and credit are none of marketing's or a viewer's business.
CREATE FUNCTION keyturn.may_see_amounts() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN coalesce((SELECT m.role NOT IN ('marketing', 'viewer') FROM keyturn.org_memberships m JOIN keyturn.organizations o ON o.id = m.organization_id
        WHERE m.login = session_user::text AND m.active AND o.is_active), false);
END
$$;

CREATE FUNCTION keyturn.sees_organization() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN coalesce((
        SELECT m.role NOT IN ('loan_officer', 'loan_assistant') OR coalesce(o.settings -> 'org_wide_leads' = 'true', false)
        FROM keyturn.org_memberships m JOIN keyturn.organizations o ON o.id = m.organization_id
        WHERE m.login = session_user::text AND m.active AND o.is_active), false);
END
$$;

-- Whose leads I see. The zero id stands for the pool of nobody's leads.
CREATE FUNCTION keyturn.visible_owners() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who record;
BEGIN
    SELECT m.organization_id, m.user_id, m.role, m.role NOT IN ('loan_officer', 'loan_assistant')
            OR coalesce(o.settings -> 'org_wide_leads' = 'true', false) AS sees_all INTO who
        FROM keyturn.org_memberships m JOIN keyturn.organizations o ON o.id = m.organization_id
        WHERE m.login = session_user::text AND m.active AND o.is_active;
    IF who.user_id IS NULL THEN
        RETURN '{}';
    END IF;
    IF who.sees_all THEN
        RETURN ARRAY[who.user_id, '00000000-0000-0000-0000-000000000000'::uuid]
            || ARRAY(SELECT u.id FROM keyturn.users u WHERE u.organization_id = who.organization_id);
    END IF;
    IF who.role <> 'loan_assistant' THEN
        RETURN ARRAY[who.user_id, '00000000-0000-0000-0000-000000000000'::uuid];
    END IF;
    RETURN ARRAY[who.user_id, '00000000-0000-0000-0000-000000000000'::uuid]
        || ARRAY(SELECT t.officer_id FROM keyturn.team_members t
            WHERE t.organization_id = who.organization_id AND t.assistant_id = who.user_id);
END
$$;

-- The organization's live leads with one of these addresses in small letters, but for addresses that several share.
-- Under a policy no index on lower(email) is used, because lower() might tell what it is given: to look for fifty people
-- would be to go through all leads.
CREATE FUNCTION keyturn.leads_at(addresses text[]) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN ARRAY(
        SELECT l.id FROM keyturn.leads l
        WHERE l.organization_id = keyturn.my_organization() AND lower(l.email) = ANY(addresses) AND l.email IS NOT NULL
            AND l.deleted_at IS NULL AND NOT l.email_shared AND l.duplicate_of_id IS NULL
        UNION ALL
        SELECT l.id FROM keyturn.leads l
        WHERE l.organization_id = keyturn.my_organization() AND lower(l.email) = ANY(addresses)
            AND l.deleted_at IS NULL AND NOT l.email_shared AND l.duplicate_of_id IS NOT NULL);
END
$$;

-- The same for people: what the policies let them see of it.
CREATE FUNCTION api.leads_at(addresses text[]) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = on AS $$
DECLARE
    found constant uuid[] := keyturn.leads_at(addresses);
BEGIN
    RETURN QUERY SELECT l.id FROM keyturn.leads l WHERE l.id = ANY(found);
END
$$;

-- The administrator who works as keyturn_owner, as opposed to a person inside one of the owner's functions.
CREATE FUNCTION keyturn.is_administrator() RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT pg_has_role(session_user, 'keyturn_owner', 'MEMBER')
$$;

-- My own order of cards is mine on every desk.
ALTER TABLE keyturn.board_positions
    ADD COLUMN user_id uuid NOT NULL DEFAULT coalesce(keyturn.my_user(), '00000000-0000-0000-0000-000000000000'),
    ADD COLUMN organization_id uuid
        NOT NULL DEFAULT coalesce(keyturn.my_organization(), '00000000-0000-0000-0000-000000000000'),
    DROP CONSTRAINT board_positions_pkey,
    ADD CONSTRAINT board_positions_pkey PRIMARY KEY (lead_id, user_id, organization_id);

-- Partitions of the log ------------------------------------------------------------------------------------------------

-- Makes the partitions of this month and the next ones. api.push sees to it, and so does every upgrade.
CREATE FUNCTION keyturn.make_partitions(months integer DEFAULT 3) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    first date;
    name text;
    made integer := 0;
BEGIN
    FOR i IN 0 .. least(greatest(months, 0), 24) LOOP
        first := (date_trunc('month', now()) + make_interval(months => i))::date;
        name := 'lead_activities_' || to_char(first, '"y"YYYY"m"MM');
        CONTINUE WHEN to_regclass('keyturn.' || quote_ident(name)) IS NOT NULL;
        BEGIN
            EXECUTE format('CREATE TABLE keyturn.%I PARTITION OF keyturn.lead_activities FOR VALUES FROM (%L) TO (%L)',
                name, first, (first + interval '1 month')::date);
            PERFORM keyturn.guard_partition(name);
            made := made + 1;
        EXCEPTION WHEN check_violation OR duplicate_table THEN
            -- Rows of that month lie in the default partition already, and stay there.
            NULL;
        END;
    END LOOP;
    RETURN made;
END
$$;

-- Asked directly, a partition is not under its parent's policies: it gets none of its own and no grants, so that it
-- answers nobody. A TRUNCATE of it passes the parent's trigger by.
CREATE FUNCTION keyturn.guard_partition(name text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format('ALTER TABLE keyturn.%I OWNER TO keyturn_owner', name);
    EXECUTE format('ALTER TABLE keyturn.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE keyturn.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE TRIGGER lead_activities_no_truncate BEFORE TRUNCATE ON keyturn.%I '
        'FOR EACH STATEMENT EXECUTE FUNCTION keyturn.refuse_change()', name);
END
$$;

-- The ledger is append-only like the log. Shredding the payload of an operation (erasure) keeps its hash.
CREATE FUNCTION keyturn.guard_ledger() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND new.args IS NULL AND keyturn.is_administrator()
        AND to_jsonb(new) - 'args' - 'result' - 'detail' = to_jsonb(old) - 'args' - 'result' - 'detail' THEN
        RETURN new;
    END IF;
    RAISE EXCEPTION 'ops is append-only' USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER ops_append_only BEFORE UPDATE OR DELETE ON keyturn.ops
    FOR EACH ROW EXECUTE FUNCTION keyturn.guard_ledger();
CREATE TRIGGER ops_no_truncate BEFORE TRUNCATE ON keyturn.ops
    FOR EACH STATEMENT EXECUTE FUNCTION keyturn.refuse_change();
CREATE TRIGGER access_log_append_only BEFORE UPDATE OR DELETE ON keyturn.access_log
    FOR EACH ROW EXECUTE FUNCTION keyturn.refuse_change();
CREATE TRIGGER access_log_no_truncate BEFORE TRUNCATE ON keyturn.access_log
    FOR EACH STATEMENT EXECUTE FUNCTION keyturn.refuse_change();

-- Private notes ---------------------------------------------------------------------------------------------------------

-- What an entry is about is looked up where its author may look; an entry about nothing that they can see is about
-- nothing, so that nobody hides their own entries.
CREATE FUNCTION keyturn.find_subject() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    named text := coalesce(new.metadata ->> 'note_id', new.metadata ->> 'document_id', new.metadata ->> 'task_id');
    subject uuid;
BEGIN
    new.about := NULL;
    IF new.activity_type IN ('note_added', 'document_added', 'task_completed', 'follow_up_scheduled')
        AND named ~* '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' THEN
        subject := named::uuid;
        IF EXISTS (SELECT 1 FROM keyturn.lead_notes n WHERE n.id = subject AND n.lead_id = new.lead_id)
            OR EXISTS (SELECT 1 FROM keyturn.documents d WHERE d.id = subject AND d.lead_id = new.lead_id)
            OR EXISTS (SELECT 1 FROM keyturn.tasks t WHERE t.id = subject AND t.lead_id = new.lead_id) THEN
            new.about := subject;
        END IF;
    END IF;
    RETURN new;
END
$$;
CREATE TRIGGER lead_activities_subject BEFORE INSERT ON keyturn.lead_activities
    FOR EACH ROW EXECUTE FUNCTION keyturn.find_subject();

-- Whether I may look at what an entry or a task is about. With the rights of whoever asks, and a function although it is
-- called for each such row: there are few, and planning the policies of three tables for every partition costs more.
CREATE FUNCTION keyturn.sees_subject(subject uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM keyturn.lead_notes n WHERE n.id = subject)
        OR EXISTS (SELECT 1 FROM keyturn.documents d WHERE d.id = subject)
        OR EXISTS (SELECT 1 FROM keyturn.tasks t WHERE t.id = subject);
END
$$;

-- A document that its uploader hangs on a private note becomes private with it, and public again with any public note.
CREATE FUNCTION keyturn.follow_note() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE keyturn.documents d SET
        private_to = CASE WHEN new.is_private AND new.deleted_at IS NULL THEN new.user_id END,
        rev = greatest(d.rev, new.rev)
    WHERE d.lead_id = new.lead_id AND d.uploaded_by = new.user_id
        AND d.id::text IN (SELECT a ->> 'document_id' FROM jsonb_array_elements(new.attachments) a)
        AND NOT (new.is_private AND EXISTS (
            SELECT 1 FROM keyturn.lead_notes n
            WHERE n.lead_id = new.lead_id AND NOT n.is_private AND n.deleted_at IS NULL
                AND n.attachments @> jsonb_build_array(jsonb_build_object('document_id', d.id))))
        AND d.private_to IS DISTINCT FROM CASE WHEN new.is_private AND new.deleted_at IS NULL THEN new.user_id END;
    RETURN NULL;
END
$$;
CREATE TRIGGER lead_notes_documents AFTER INSERT OR UPDATE OF is_private, attachments ON keyturn.lead_notes
    FOR EACH ROW WHEN (new.attachments <> '[]') EXECUTE FUNCTION keyturn.follow_note();
DROP TRIGGER update_documents_modtime ON keyturn.documents;
CREATE TRIGGER update_documents_modtime BEFORE UPDATE ON keyturn.documents
    FOR EACH ROW EXECUTE FUNCTION keyturn.check_version('private_to');

-- The people page of the window works on users; what it says about role and work is law at once.
CREATE FUNCTION keyturn.follow_user() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE keyturn.org_memberships m SET role = new.role, active = new.is_active, scope_rev = m.scope_rev + 1,
        updated_at = now()
    WHERE m.organization_id = new.organization_id AND m.user_id = new.id
        AND (m.role <> new.role OR m.active <> new.is_active);
    RETURN NULL;
END
$$;
CREATE TRIGGER users_membership AFTER UPDATE OF role, is_active ON keyturn.users
    FOR EACH ROW EXECUTE FUNCTION keyturn.follow_user();

CREATE FUNCTION keyturn.follow_organization() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE keyturn.org_memberships m SET scope_rev = m.scope_rev + 1 WHERE m.organization_id = new.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER organizations_scope AFTER UPDATE OF settings ON keyturn.organizations
    FOR EACH ROW WHEN (old.settings -> 'org_wide_leads' IS DISTINCT FROM new.settings -> 'org_wide_leads')
    EXECUTE FUNCTION keyturn.follow_organization();

-- Row security ------------------------------------------------------------------------------------------------------------

-- Restrictive, on every shared table: the organization, and a viewer who never writes.
DO $$
DECLARE
    t text;
    key text;
BEGIN
    FOREACH t IN ARRAY ARRAY['organizations', 'users', 'pipelines', 'pipeline_stages', 'contacts', 'leads',
            'lead_profiles', 'lead_loan_scenarios', 'lead_contacts', 'lead_notes', 'lead_assignments', 'tags',
            'lead_tags', 'tasks', 'documents', 'document_contents', 'consents', 'communications', 'lead_activities',
            'import_batches', 'board_positions', 'org_head', 'ops', 'access_log', 'tombstones', 'device_registrations',
            'op_scope'] LOOP
        key := CASE t WHEN 'organizations' THEN 'id' ELSE 'organization_id' END;
        EXECUTE format('ALTER TABLE keyturn.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE keyturn.%I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY %I ON keyturn.%I AS RESTRICTIVE FOR ALL TO keyturn_member, keyturn_api '
            'USING (%I = (SELECT keyturn.my_organization()))', t || '_organization_isolation', t, key);
        IF t NOT IN ('org_head', 'ops', 'device_registrations') THEN
            EXECUTE format('CREATE POLICY %I ON keyturn.%I AS RESTRICTIVE FOR INSERT TO keyturn_member, keyturn_api '
                'WITH CHECK ((SELECT keyturn.may_write()))', t || '_viewer_insert', t);
            EXECUTE format('CREATE POLICY %I ON keyturn.%I AS RESTRICTIVE FOR UPDATE TO keyturn_member, keyturn_api '
                'USING ((SELECT keyturn.may_write()))', t || '_viewer_update', t);
        END IF;
        -- The owner's own functions work for whoever calls them; the administrator works for everybody.
        EXECUTE format('CREATE POLICY %I ON keyturn.%I FOR ALL TO keyturn_owner USING (%s)', t || '_owner', t,
            CASE WHEN t IN ('organizations', 'users') THEN 'true'
                ELSE '(SELECT keyturn.is_administrator()) OR organization_id = (SELECT keyturn.my_organization())' END);
    END LOOP;
    FOREACH t IN ARRAY ARRAY['org_memberships', 'team_members', 'schema_meta', 'schema_migrations'] LOOP
        EXECUTE format('ALTER TABLE keyturn.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE keyturn.%I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY %I ON keyturn.%I FOR ALL TO keyturn_owner USING (true)', t || '_owner', t);
    END LOOP;
    -- Of a desk, and no desk is here: they are the server's own when a book is loaded by an administrator.
    FOREACH t IN ARRAY ARRAY['undo_stack', 'local_settings'] LOOP
        EXECUTE format('ALTER TABLE keyturn.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE keyturn.%I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY %I ON keyturn.%I FOR ALL TO keyturn_owner '
            'USING ((SELECT keyturn.is_administrator()))', t || '_owner', t);
    END LOOP;
    FOREACH t IN ARRAY ARRAY['schema_meta', 'schema_migrations'] LOOP
        EXECUTE format('CREATE POLICY %I ON keyturn.%I FOR SELECT TO keyturn_member, keyturn_api USING (true)',
            t || '_read', t);
    END LOOP;
END
$$;

-- Permissive: what of the organization is mine to see. The same for reading and for writing through api.push, which
-- runs as keyturn_api; a plain policy for it on top says what an operation may finish.
DO $$
DECLARE
    t text;
    sees text;
    -- Who sees every lead need not look each one up.
    lead constant text := '((SELECT keyturn.sees_organization()) '
        'OR EXISTS (SELECT 1 FROM keyturn.leads l WHERE l.id = %1$s.lead_id))';
    owner constant text := '(SELECT keyturn.visible_owners())::uuid[]';
    nobody constant text := '''00000000-0000-0000-0000-000000000000''::uuid';
BEGIN
    FOREACH t IN ARRAY ARRAY['organizations', 'users', 'pipelines', 'pipeline_stages', 'contacts', 'leads',
            'lead_profiles', 'lead_loan_scenarios', 'lead_contacts', 'lead_notes', 'lead_assignments', 'tags',
            'lead_tags', 'tasks', 'documents', 'document_contents', 'consents', 'communications', 'lead_activities',
            'import_batches'] LOOP
        sees := CASE t
            WHEN 'organizations' THEN 'true'
            WHEN 'users' THEN 'true'
            WHEN 'pipelines' THEN 'true'
            WHEN 'pipeline_stages' THEN 'true'
            WHEN 'tags' THEN 'true'
            -- What was wrong with a row quotes its cells.
            WHEN 'import_batches' THEN 'created_by = (SELECT keyturn.my_user()) '
                'OR (SELECT keyturn.sees_organization()) AND (SELECT keyturn.may_see_amounts())'
            WHEN 'leads' THEN 'coalesce(assigned_to, ' || nobody || ') = ANY(' || owner || ')'
            -- Partners are everybody's; a person who is part of a loan is seen with the loan.
            WHEN 'contacts' THEN '(SELECT keyturn.sees_organization()) OR is_referral_partner '
                'OR contact_type <> ''person'' OR assigned_to = ANY(' || owner || ') '
                'OR EXISTS (SELECT 1 FROM keyturn.lead_contacts c WHERE c.contact_id = contacts.id)'
            WHEN 'tasks' THEN 'CASE WHEN lead_id IS NOT NULL THEN ' || lead || ' ELSE '
                'coalesce(assigned_to, created_by, ' || nobody || ') = ANY(' || owner || ') '
                'OR created_by = (SELECT keyturn.my_user()) END '
                'AND (note_id IS NULL OR keyturn.sees_subject(note_id))'
            WHEN 'documents' THEN 'CASE WHEN lead_id IS NOT NULL THEN ' || lead || ' ELSE '
                'coalesce(uploaded_by, ' || nobody || ') = ANY(' || owner || ') END '
                'AND (private_to IS NULL OR private_to = (SELECT keyturn.my_user())) '
                'AND (NOT is_sensitive OR (SELECT keyturn.may_see_amounts()))'
            WHEN 'document_contents' THEN 'EXISTS (SELECT 1 FROM keyturn.documents d '
                'WHERE d.file_sha256 = document_contents.sha256)'
            WHEN 'lead_notes' THEN lead || ' AND (NOT is_private OR user_id = (SELECT keyturn.my_user()))'
            WHEN 'lead_loan_scenarios' THEN '(SELECT keyturn.may_see_amounts()) AND ' || lead
            WHEN 'lead_activities' THEN 'CASE WHEN lead_id IS NOT NULL THEN ' || lead || ' ELSE '
                '(SELECT keyturn.sees_organization()) OR created_by = (SELECT keyturn.my_user()) END '
                'AND (about IS NULL OR keyturn.sees_subject(about))'
            WHEN 'consents' THEN '(lead_id IS NULL OR ' || lead || ') AND (contact_id IS NULL '
                'OR EXISTS (SELECT 1 FROM keyturn.contacts c WHERE c.id = consents.contact_id))'
            WHEN 'communications' THEN '(lead_id IS NULL OR ' || lead || ') AND (contact_id IS NULL '
                'OR EXISTS (SELECT 1 FROM keyturn.contacts c WHERE c.id = communications.contact_id))'
            ELSE lead END;
        sees := replace(sees, '%1$s', t);
        EXECUTE format('CREATE POLICY %I ON keyturn.%I FOR SELECT TO keyturn_member, keyturn_api USING (%s)',
            t || '_read', t, sees);
        -- A new contact is linked after it is made, a new lead may be for a colleague, and bytes come before the
        -- document that names them.
        EXECUTE format('CREATE POLICY %I ON keyturn.%I FOR INSERT TO keyturn_api WITH CHECK (%s)', t || '_add', t,
            CASE WHEN t IN ('contacts', 'leads', 'document_contents') THEN 'true' ELSE sees END);
        IF t NOT IN ('lead_assignments', 'document_contents', 'consents', 'lead_activities') THEN
            EXECUTE format('CREATE POLICY %I ON keyturn.%I FOR UPDATE TO keyturn_api USING (%s) WITH CHECK (true)',
                t || '_change', t, sees);
        END IF;
    END LOOP;
END
$$;
CREATE INDEX idx_leads_owner ON keyturn.leads
    ((coalesce(assigned_to, '00000000-0000-0000-0000-000000000000'::uuid)), organization_id);
CREATE POLICY leads_scope ON keyturn.leads FOR SELECT TO keyturn_api
    USING (id IN (SELECT s.lead_id FROM keyturn.op_scope s));
CREATE POLICY leads_scope_change ON keyturn.leads FOR UPDATE TO keyturn_api
    USING (id IN (SELECT s.lead_id FROM keyturn.op_scope s)) WITH CHECK (true);
CREATE POLICY lead_notes_author ON keyturn.lead_notes AS RESTRICTIVE FOR UPDATE TO keyturn_api
    USING (user_id IS NULL OR user_id = (SELECT keyturn.my_user()));
CREATE POLICY import_batches_author ON keyturn.import_batches AS RESTRICTIVE FOR UPDATE TO keyturn_api
    USING (created_by = (SELECT keyturn.my_user()));
CREATE POLICY organizations_admin ON keyturn.organizations AS RESTRICTIVE FOR UPDATE TO keyturn_api
    USING ((SELECT keyturn.my_role()) IN ('org_admin', 'system_admin'));
CREATE POLICY users_self ON keyturn.users AS RESTRICTIVE FOR UPDATE TO keyturn_api
    USING (id = (SELECT keyturn.my_user()) OR (SELECT keyturn.my_role()) IN ('org_admin', 'system_admin'));
CREATE POLICY users_admin ON keyturn.users AS RESTRICTIVE FOR INSERT TO keyturn_api
    WITH CHECK ((SELECT keyturn.my_role()) IN ('org_admin', 'system_admin'));

CREATE POLICY board_positions_own ON keyturn.board_positions FOR ALL TO keyturn_member, keyturn_api
    USING (user_id = (SELECT keyturn.my_user()));
CREATE POLICY org_head_read ON keyturn.org_head FOR ALL TO keyturn_member, keyturn_api USING (true);
CREATE POLICY ops_ledger ON keyturn.ops FOR ALL TO keyturn_api USING (true);
CREATE POLICY op_scope_all ON keyturn.op_scope FOR ALL TO keyturn_api USING (true);
CREATE POLICY device_registrations_all ON keyturn.device_registrations FOR ALL TO keyturn_api USING (true);
-- Those whose leads I see lost or won them: so did I.
CREATE POLICY access_log_read ON keyturn.access_log FOR SELECT TO keyturn_member, keyturn_api
    USING (user_id IS NULL OR user_id = ANY((SELECT keyturn.visible_owners())::uuid[]));
CREATE POLICY access_log_add ON keyturn.access_log FOR INSERT TO keyturn_api WITH CHECK (true);
CREATE POLICY tombstones_read ON keyturn.tombstones FOR SELECT TO keyturn_member, keyturn_api USING (true);

-- Owners and grants -----------------------------------------------------------------------------------------------------

DO $$
DECLARE
    thing record;
BEGIN
    FOR thing IN SELECT unnest(ARRAY['keyturn', 'keyturn_read', 'api', 'admin']) AS name LOOP
        EXECUTE format('ALTER SCHEMA %I OWNER TO keyturn_owner', thing.name);
        EXECUTE format('REVOKE ALL ON SCHEMA %I FROM PUBLIC', thing.name);
    END LOOP;
    FOR thing IN
        SELECT n.nspname, c.relname, c.relkind FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('keyturn', 'keyturn_read') AND c.relkind IN ('r', 'p', 'v')
    LOOP
        EXECUTE format('ALTER %s %I.%I OWNER TO keyturn_owner', CASE thing.relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END,
            thing.nspname, thing.relname);
        EXECUTE format('REVOKE ALL ON %I.%I FROM PUBLIC', thing.nspname, thing.relname);
    END LOOP;
    FOR thing IN
        SELECT p.oid::regprocedure AS signature FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname IN ('keyturn', 'api', 'admin')
    LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO keyturn_owner', thing.signature);
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', thing.signature);
    END LOOP;
END
$$;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE keyturn_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE keyturn_api REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

GRANT USAGE ON SCHEMA keyturn, keyturn_read, api TO keyturn_member, keyturn_api;
-- Views of ours run with the rights of whoever asks, so people hold SELECT on the tables too. Named one by one: a
-- grant on all tables would hand out the partitions.
GRANT SELECT ON keyturn.organizations, keyturn.users, keyturn.pipelines, keyturn.pipeline_stages, keyturn.contacts,
    keyturn.leads, keyturn.lead_profiles, keyturn.lead_loan_scenarios, keyturn.lead_contacts, keyturn.lead_notes,
    keyturn.lead_assignments, keyturn.tags, keyturn.lead_tags, keyturn.tasks, keyturn.documents,
    keyturn.document_contents, keyturn.consents, keyturn.communications, keyturn.lead_activities,
    keyturn.import_batches, keyturn.board_positions, keyturn.access_log, keyturn.tombstones, keyturn.schema_meta,
    keyturn.schema_migrations
    TO keyturn_member, keyturn_api;
GRANT SELECT (organization_id, head, epoch) ON keyturn.org_head TO keyturn_member;
GRANT SELECT ON keyturn_read.organizations, keyturn_read.users, keyturn_read.pipelines, keyturn_read.pipeline_stages,
    keyturn_read.contacts, keyturn_read.leads, keyturn_read.lead_profiles, keyturn_read.lead_loan_scenarios,
    keyturn_read.lead_contacts, keyturn_read.lead_notes, keyturn_read.lead_assignments, keyturn_read.tags,
    keyturn_read.lead_tags, keyturn_read.tasks, keyturn_read.documents, keyturn_read.document_contents,
    keyturn_read.consents, keyturn_read.communications, keyturn_read.lead_activities, keyturn_read.import_batches,
    keyturn_read.board_positions,
    keyturn_read.lead_totals, keyturn_read.v_lead_timeline, keyturn_read.v_current_consents,
    keyturn_read.schema_migrations
    TO keyturn_member;

GRANT INSERT, UPDATE ON keyturn.organizations, keyturn.users, keyturn.pipelines, keyturn.pipeline_stages,
    keyturn.contacts, keyturn.leads, keyturn.lead_profiles, keyturn.lead_loan_scenarios, keyturn.lead_contacts,
    keyturn.lead_notes, keyturn.tags, keyturn.lead_tags, keyturn.tasks, keyturn.documents, keyturn.communications,
    keyturn.import_batches, keyturn.board_positions TO keyturn_api;
GRANT INSERT ON keyturn.lead_assignments, keyturn.document_contents, keyturn.consents, keyturn.lead_activities,
    keyturn.access_log, keyturn.ops TO keyturn_api;
GRANT SELECT ON keyturn.ops TO keyturn_api;
GRANT SELECT, UPDATE ON keyturn.org_head TO keyturn_api;
GRANT SELECT, INSERT, UPDATE ON keyturn.device_registrations TO keyturn_api;
GRANT SELECT, INSERT, DELETE ON keyturn.op_scope TO keyturn_api;
GRANT DELETE ON keyturn.board_positions TO keyturn_api;

GRANT EXECUTE ON FUNCTION keyturn.my_organization(), keyturn.my_user(), keyturn.my_role(), keyturn.may_write(),
    keyturn.may_see_amounts(), keyturn.sees_organization(), keyturn.visible_owners(), keyturn.sees_subject(uuid)
    TO keyturn_member, keyturn_api;
GRANT EXECUTE ON FUNCTION keyturn.identity(), keyturn.make_partitions(integer), keyturn.derive_lead(uuid),
    keyturn.leads_at(text[]) TO keyturn_api;

-- Nothing that a session can hide in or leave behind. Said again by every upgrade: the rights on a database do not come
-- along when it is made from a template.
CREATE FUNCTION admin.harden() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    thing record;
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO keyturn_member, keyturn_owner', current_database());
    REVOKE ALL ON SCHEMA public FROM PUBLIC;
    IF NOT (SELECT r.rolsuper FROM pg_roles r WHERE r.rolname = current_user) THEN
        RAISE WARNING 'Only a superuser can take large objects and DO blocks from people.';
        RETURN;
    END IF;
    FOR thing IN
        SELECT p.oid::regprocedure AS signature FROM pg_proc p
        WHERE p.pronamespace = 'pg_catalog'::regnamespace
            AND (p.proname ~ '^lo_' OR p.proname IN ('loread', 'lowrite'))
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', thing.signature);
    END LOOP;
    REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
    GRANT USAGE ON LANGUAGE plpgsql TO keyturn_owner, keyturn_api;
END
$$;
ALTER FUNCTION admin.harden() OWNER TO keyturn_owner;
REVOKE ALL ON FUNCTION admin.harden() FROM PUBLIC;
SELECT admin.harden();

SELECT keyturn.guard_partition('lead_activities_default');
SELECT keyturn.make_partitions();
