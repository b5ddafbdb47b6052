-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the administrator does: organizations, people, their logins. Called by `keyturn server …` with the login of a
-- superuser, or of a member of keyturn_owner who may make roles; nobody else may call them. What changes tables runs as
-- the owner, what changes roles runs with the administrator's own rights.
--
-- Nothing in here makes roles for somebody who could not make them by hand: in PostgreSQL 15 a role with CREATEROLE may
-- become almost any other, so no function of ours holds it. An organization's administrator changes roles and sends
-- people away from inside the window, through api.push on users; a new login is made here.
--
-- Every act stands in the ledger of its organization, without a user.

-- A new organization begins to count at once.
CREATE FUNCTION keyturn.begin_organization() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO keyturn.org_head (organization_id) VALUES (new.id);
    RETURN NULL;
END
$$;
CREATE TRIGGER organizations_head AFTER INSERT ON keyturn.organizations
    FOR EACH ROW EXECUTE FUNCTION keyturn.begin_organization();
CREATE POLICY org_head_begin ON keyturn.org_head FOR INSERT TO keyturn_owner WITH CHECK (true);
INSERT INTO keyturn.org_head (organization_id) SELECT o.id FROM keyturn.organizations o ON CONFLICT DO NOTHING;

-- Takes the next revision of the organization and writes down for what.
CREATE FUNCTION admin.record(organization uuid, kind text, args jsonb) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    head keyturn.org_head;
    op constant uuid := gen_random_uuid();
    args_hash constant text := encode(sha256(convert_to(args::text, 'UTF8')), 'hex');
BEGIN
    SELECT h.* INTO head FROM keyturn.org_head h WHERE h.organization_id = organization FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'There is no such organization: %', organization USING ERRCODE = 'no_data_found';
    END IF;
    INSERT INTO keyturn.ops (op_id, organization_id, seq, kind, kind_version, args, args_hash, status, result, rev,
            chain, at)
        VALUES (op, organization, head.last_op + 1, kind, 1, args, args_hash, 'ok', '{}', head.head + 1,
            keyturn.link(head.chain, op, kind, args_hash, 'ok', head.head + 1, NULL), clock_timestamp())
        RETURNING chain INTO head.chain;
    UPDATE keyturn.org_head h SET head = h.head + 1, last_op = h.last_op + 1, chain = head.chain
        WHERE h.organization_id = organization;
    RETURN head.head + 1;
END
$$;

-- The organization alone: its pipeline, stages and first administrator are rows that the program builds.
CREATE FUNCTION admin.add_organization(id uuid, name text, slug text, timezone text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO keyturn.organizations (id, name, slug, timezone, created_at, updated_at)
        VALUES (add_organization.id, add_organization.name, add_organization.slug, add_organization.timezone, now(),
            now());
    PERFORM admin.record(id, 'admin_add_organization', jsonb_build_object('name', name, 'slug', slug));
    RETURN id;
END
$$;

-- The person, without a login.
CREATE FUNCTION admin.add_person(organization uuid, id uuid, email text, first_name text, last_name text, role text,
    timezone text DEFAULT 'UTC') RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    revision constant bigint := admin.record(organization, 'admin_add_person',
        jsonb_build_object('id', id, 'email', email, 'role', role));
BEGIN
    INSERT INTO keyturn.users (id, organization_id, email, username, first_name, last_name, role, timezone, created_at,
            updated_at, rev)
        VALUES (add_person.id, organization, add_person.email, left(add_person.email, 80), add_person.first_name,
            add_person.last_name, add_person.role, add_person.timezone, now(), now(), revision);
    RETURN id;
END
$$;

-- Only what a client has computed: a password in clear would stand in logs and statistics.
CREATE FUNCTION admin.check_verifier(verifier text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF verifier IS NULL
        OR verifier !~ '^SCRAM-SHA-256\$[0-9]{4,7}:[A-Za-z0-9+/=]{8,}\$[A-Za-z0-9+/=]{44}:[A-Za-z0-9+/=]{44}$' THEN
        RAISE EXCEPTION 'A login takes a SCRAM-SHA-256 verifier, never a password.'
            USING ERRCODE = 'invalid_parameter_value';
    END IF;
    RETURN verifier;
END
$$;

CREATE FUNCTION admin.register_login(organization uuid, person uuid, login text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO keyturn.org_memberships (login, user_id, organization_id, role, active)
        SELECT register_login.login, u.id, u.organization_id, u.role, u.is_active FROM keyturn.users u
        WHERE u.id = person AND u.organization_id = organization;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'There is no such person: %', person USING ERRCODE = 'no_data_found';
    END IF;
    PERFORM admin.record(organization, 'admin_add_login', jsonb_build_object('id', person, 'login', login));
END
$$;

-- Opens the door for a person who has none: a login that tells nothing about them. Answers its name.
CREATE FUNCTION admin.add_login(organization uuid, person uuid, verifier text, connections integer DEFAULT 8)
RETURNS text LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    login constant text := 'u_' || left(replace(gen_random_uuid()::text, '-', ''), 20);
BEGIN
    PERFORM admin.check_verifier(verifier);
    PERFORM admin.register_login(organization, person, login);
    EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT '
        'PASSWORD %L CONNECTION LIMIT %s IN ROLE keyturn_member', login, verifier, greatest(connections, 1));
    EXECUTE format('ALTER ROLE %I SET statement_timeout = %L', login, '60s');
    EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = %L', login, '60s');
    BEGIN
        EXECUTE format('ALTER ROLE %I SET temp_file_limit = %L', login, '1GB');
    EXCEPTION WHEN insufficient_privilege THEN
        RAISE WARNING 'Only a superuser can limit the temporary files of a login.';
    END;
    RETURN login;
END
$$;

CREATE FUNCTION admin.login_of(person uuid, organization uuid) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    found_login text;
BEGIN
    SELECT m.login INTO found_login FROM keyturn.org_memberships m
        WHERE m.user_id = person AND m.organization_id = organization;
    IF found_login IS NULL OR found_login !~ '^u_[0-9a-z]+$' THEN
        RAISE EXCEPTION 'This person has no login: %', person USING ERRCODE = 'no_data_found';
    END IF;
    RETURN found_login;
END
$$;

CREATE FUNCTION admin.end_sessions(login text) RETURNS integer
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT count(pg_terminate_backend(a.pid))::integer FROM pg_stat_activity a
    WHERE a.usename = login AND a.pid <> pg_backend_pid()
$$;

CREATE FUNCTION admin.set_role(organization uuid, person uuid, role text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    revision constant bigint := admin.record(organization, 'admin_set_role', jsonb_build_object('id', person, 'role', role));
BEGIN
    UPDATE keyturn.users u SET role = set_role.role, version = u.version + 1, rev = revision
        WHERE u.id = person AND u.organization_id = organization;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'There is no such person: %', person USING ERRCODE = 'no_data_found';
    END IF;
END
$$;

CREATE FUNCTION admin.mark_active(organization uuid, person uuid, active boolean) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    revision constant bigint := admin.record(organization,
        CASE WHEN active THEN 'admin_activate' ELSE 'admin_deactivate' END, jsonb_build_object('id', person));
BEGIN
    UPDATE keyturn.users u SET is_active = active, version = u.version + 1, rev = revision
        WHERE u.id = person AND u.organization_id = organization AND u.is_active <> active;
    RETURN (SELECT m.login FROM keyturn.org_memberships m
        WHERE m.user_id = person AND m.organization_id = organization AND m.login ~ '^u_[0-9a-z]+$');
END
$$;

-- Sends a person away, or lets them in again: the rows are gone from their open sessions with the commit, the sessions
-- end, the login is shut.
CREATE FUNCTION admin.set_active(organization uuid, person uuid, active boolean) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    login constant text := admin.mark_active(organization, person, active);
BEGIN
    IF login IS NOT NULL THEN
        EXECUTE format('ALTER ROLE %I %s', login, CASE WHEN active THEN 'LOGIN' ELSE 'NOLOGIN' END);
        IF NOT active THEN
            PERFORM admin.end_sessions(login);
        END IF;
    END IF;
END
$$;

CREATE FUNCTION admin.rotate_password(organization uuid, person uuid, verifier text) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    login constant text := admin.login_of(person, organization);
BEGIN
    EXECUTE format('ALTER ROLE %I PASSWORD %L', login, admin.check_verifier(verifier));
    PERFORM admin.record(organization, 'admin_rotate_password', jsonb_build_object('id', person));
    PERFORM admin.end_sessions(login);
    RETURN login;
END
$$;

-- Whose leads an assistant looks after, from now on.
CREATE FUNCTION admin.set_team(organization uuid, assistant uuid, officers uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM admin.record(organization, 'admin_set_team', jsonb_build_object('id', assistant, 'officers', officers));
    DELETE FROM keyturn.team_members t WHERE t.organization_id = organization AND t.assistant_id = assistant;
    INSERT INTO keyturn.team_members (organization_id, assistant_id, officer_id)
        SELECT organization, assistant, o FROM unnest(officers) o;
    UPDATE keyturn.org_memberships m SET scope_rev = m.scope_rev + 1
        WHERE m.organization_id = organization AND m.user_id = assistant;
END
$$;

-- A lost computer pushes nothing any more.
CREATE FUNCTION admin.revoke_device(organization uuid, device uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM admin.record(organization, 'admin_revoke_device', jsonb_build_object('device_id', device));
    UPDATE keyturn.device_registrations d SET revoked_at = now()
        WHERE d.organization_id = organization AND d.device_id = device AND d.revoked_at IS NULL;
END
$$;

-- After a restore from a backup: clients rebuild and send again what they know to be done.
CREATE FUNCTION admin.new_epoch() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE keyturn.org_head SET epoch = gen_random_uuid()
$$;

CREATE FUNCTION admin.status() RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_build_object(
        'version', m.version, 'min_client', m.min_client,
        'organizations', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'slug', o.slug,
                'is_active', o.is_active, 'head', h.head, 'operations', h.last_op, 'chain', h.chain,
                'people', (SELECT count(*) FROM keyturn.users u WHERE u.organization_id = o.id AND u.is_active),
                'logins', (SELECT count(*) FROM keyturn.org_memberships s
                    WHERE s.organization_id = o.id AND s.active)) ORDER BY o.name, o.id), '[]')
            FROM keyturn.organizations o LEFT JOIN keyturn.org_head h ON h.organization_id = o.id),
        'partitions', (SELECT coalesce(jsonb_agg(c.relname ORDER BY c.relname), '[]')
            FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
            WHERE i.inhparent = 'keyturn.lead_activities'::regclass))
    FROM keyturn.schema_meta m
$$;

DO $$
DECLARE
    thing record;
BEGIN
    FOR thing IN
        SELECT p.oid::regprocedure AS signature FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname = 'admin' OR n.nspname = 'keyturn' AND p.proname = 'begin_organization'
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', thing.signature);
        EXECUTE format('ALTER FUNCTION %s OWNER TO keyturn_owner', thing.signature);
    END LOOP;
    UPDATE keyturn.schema_meta SET version = 4;
END
$$;
