-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which leads have changed since all of them were last written to the file beside the book, from which the board is read
-- when the book is opened. A stamp says which file that is; it counts from the moment at which it is marked as written,
-- but changes are noted for it from its making on. Without a stamp nothing is noted, so that whoever fills a fresh book
-- does not pay for it. Every program that writes to the book notes what it changes, because triggers do.
--
-- A card is made of the columns named here (models/storage/queries/card_queries.cpp).

CREATE TABLE board_stamps (
    stamp INTEGER PRIMARY KEY NOT NULL,
    is_written INTEGER NOT NULL DEFAULT 0 CHECK (is_written IN (0, 1))
) STRICT;

CREATE TABLE board_changes (
    stamp INTEGER NOT NULL,
    lead_id TEXT NOT NULL,
    PRIMARY KEY (stamp, lead_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER board_notes_lead_insert AFTER INSERT ON leads
BEGIN
    INSERT INTO board_changes (stamp, lead_id)
    SELECT stamp, new.id FROM board_stamps WHERE true ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER board_notes_lead_update AFTER UPDATE OF id, stage_id, assigned_to, name, email, phone, mobile,
    estimated_value_cents, stage_entered_at, last_activity_at, first_contacted_at, created_at, lead_temperature, source,
    expected_close_date, score, do_not_contact, deleted_at ON leads
BEGIN
    INSERT INTO board_changes (stamp, lead_id)
    SELECT stamp, new.id FROM board_stamps WHERE true ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER board_notes_lead_renumbered AFTER UPDATE OF id ON leads WHEN old.id <> new.id
BEGIN
    INSERT INTO board_changes (stamp, lead_id)
    SELECT stamp, old.id FROM board_stamps WHERE true ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER board_notes_lead_delete AFTER DELETE ON leads
BEGIN
    INSERT INTO board_changes (stamp, lead_id)
    SELECT stamp, old.id FROM board_stamps WHERE true ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER board_notes_scenario_insert AFTER INSERT ON lead_loan_scenarios
BEGIN
    INSERT INTO board_changes (stamp, lead_id)
    SELECT stamp, new.lead_id FROM board_stamps WHERE true ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER board_notes_scenario_update AFTER UPDATE OF lead_id, loan_program, loan_purpose, fico_band,
    term_months, loan_amount_cents, purchase_price_cents, property_value_cents, rate_lock_expires_on, subject_state ON
    lead_loan_scenarios
BEGIN
    INSERT INTO board_changes (stamp, lead_id)
    SELECT stamp, new.lead_id FROM board_stamps WHERE true ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER board_notes_scenario_moved AFTER UPDATE OF lead_id ON lead_loan_scenarios WHEN old.lead_id IS NOT
    new.lead_id
BEGIN
    INSERT INTO board_changes (stamp, lead_id)
    SELECT stamp, old.lead_id FROM board_stamps WHERE true ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER board_notes_scenario_delete AFTER DELETE ON lead_loan_scenarios
BEGIN
    INSERT INTO board_changes (stamp, lead_id)
    SELECT stamp, old.lead_id FROM board_stamps WHERE true ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER board_notes_profile_insert AFTER INSERT ON lead_profiles
BEGIN
    INSERT INTO board_changes (stamp, lead_id)
    SELECT stamp, new.lead_id FROM board_stamps WHERE true ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER board_notes_profile_update AFTER UPDATE OF lead_id, state ON lead_profiles
BEGIN
    INSERT INTO board_changes (stamp, lead_id)
    SELECT stamp, new.lead_id FROM board_stamps WHERE true ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER board_notes_profile_moved AFTER UPDATE OF lead_id ON lead_profiles WHEN old.lead_id IS NOT new.lead_id
BEGIN
    INSERT INTO board_changes (stamp, lead_id)
    SELECT stamp, old.lead_id FROM board_stamps WHERE true ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER board_notes_profile_delete AFTER DELETE ON lead_profiles
BEGIN
    INSERT INTO board_changes (stamp, lead_id)
    SELECT stamp, old.lead_id FROM board_stamps WHERE true ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER board_notes_task_insert AFTER INSERT ON tasks WHEN new.lead_id IS NOT NULL
BEGIN
    INSERT INTO board_changes (stamp, lead_id)
    SELECT stamp, new.lead_id FROM board_stamps WHERE true ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER board_notes_task_update AFTER UPDATE OF lead_id, due_at, title, task_type, due_time, status, deleted_at
    ON tasks WHEN new.lead_id IS NOT NULL
BEGIN
    INSERT INTO board_changes (stamp, lead_id)
    SELECT stamp, new.lead_id FROM board_stamps WHERE true ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER board_notes_task_moved AFTER UPDATE OF lead_id ON tasks WHEN old.lead_id IS NOT NULL AND old.lead_id IS
    NOT new.lead_id
BEGIN
    INSERT INTO board_changes (stamp, lead_id)
    SELECT stamp, old.lead_id FROM board_stamps WHERE true ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER board_notes_task_delete AFTER DELETE ON tasks WHEN old.lead_id IS NOT NULL
BEGIN
    INSERT INTO board_changes (stamp, lead_id)
    SELECT stamp, old.lead_id FROM board_stamps WHERE true ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER board_notes_position_insert AFTER INSERT ON board_positions
BEGIN
    INSERT INTO board_changes (stamp, lead_id)
    SELECT stamp, new.lead_id FROM board_stamps WHERE true ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER board_notes_position_update AFTER UPDATE OF lead_id, stage_id, rank ON board_positions
BEGIN
    INSERT INTO board_changes (stamp, lead_id)
    SELECT stamp, new.lead_id FROM board_stamps WHERE true ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER board_notes_position_moved AFTER UPDATE OF lead_id ON board_positions WHEN old.lead_id IS NOT
    new.lead_id
BEGIN
    INSERT INTO board_changes (stamp, lead_id)
    SELECT stamp, old.lead_id FROM board_stamps WHERE true ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER board_notes_position_delete AFTER DELETE ON board_positions
BEGIN
    INSERT INTO board_changes (stamp, lead_id)
    SELECT stamp, old.lead_id FROM board_stamps WHERE true ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER board_notes_tagging_insert AFTER INSERT ON lead_tags
BEGIN
    INSERT INTO board_changes (stamp, lead_id)
    SELECT stamp, new.lead_id FROM board_stamps WHERE true ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER board_notes_tagging_update AFTER UPDATE OF lead_id, tag_id, deleted_at ON lead_tags
BEGIN
    INSERT INTO board_changes (stamp, lead_id)
    SELECT stamp, new.lead_id FROM board_stamps WHERE true ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER board_notes_tagging_moved AFTER UPDATE OF lead_id ON lead_tags WHEN old.lead_id IS NOT new.lead_id
BEGIN
    INSERT INTO board_changes (stamp, lead_id)
    SELECT stamp, old.lead_id FROM board_stamps WHERE true ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER board_notes_tagging_delete AFTER DELETE ON lead_tags
BEGIN
    INSERT INTO board_changes (stamp, lead_id)
    SELECT stamp, old.lead_id FROM board_stamps WHERE true ON CONFLICT DO NOTHING;
END;

-- A tag says the same of many leads. Up to some thousands they are noted; beyond, all leads are written anew.
CREATE TRIGGER board_notes_tag_insert AFTER INSERT ON tags
BEGIN
    DELETE FROM board_stamps
    WHERE (SELECT count(*) FROM (SELECT 1 FROM lead_tags WHERE tag_id IN (new.id) LIMIT 20001)) > 20000;
    INSERT INTO board_changes (stamp, lead_id)
    SELECT s.stamp, t.lead_id FROM board_stamps s, lead_tags t WHERE t.tag_id IN (new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER board_notes_tag_update AFTER UPDATE OF id, name, deleted_at ON tags
BEGIN
    DELETE FROM board_stamps
    WHERE (SELECT count(*) FROM (SELECT 1 FROM lead_tags WHERE tag_id IN (old.id, new.id) LIMIT 20001)) > 20000;
    INSERT INTO board_changes (stamp, lead_id)
    SELECT s.stamp, t.lead_id FROM board_stamps s, lead_tags t WHERE t.tag_id IN (old.id, new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER board_notes_tag_delete AFTER DELETE ON tags
BEGIN
    DELETE FROM board_stamps
    WHERE (SELECT count(*) FROM (SELECT 1 FROM lead_tags WHERE tag_id IN (old.id) LIMIT 20001)) > 20000;
    INSERT INTO board_changes (stamp, lead_id)
    SELECT s.stamp, t.lead_id FROM board_stamps s, lead_tags t WHERE t.tag_id IN (old.id) ON CONFLICT DO NOTHING;
END;
