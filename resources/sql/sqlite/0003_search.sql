-- SPDX-License-Identifier: GPL-3.0-or-later
-- The search index: for every kind of row the words of its text, with where each begins, and for most the trigrams,
-- which answer for the middle of words and for telephone numbers in any punctuation.
--
-- A view says what text a row has. Triggers note every row whose text changes, whoever changes it; before the commit the
-- store carries what was noted into the index (triggers cannot: a schema that is not trusted may not write to virtual
-- tables). The index keeps the text that it has taken in, so that it can be compared with the rows at any time. A book
-- from before is taken in by slices while it is in use: of each kind the rows before search_state.next_row are in.
--
-- Rows have the numbers that SQLite gives them, and are searched from the newest to the oldest.

CREATE TABLE search_state (
    kind TEXT PRIMARY KEY NOT NULL,
    next_row INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO search_state (kind, next_row)
VALUES ('leads', 0), ('contacts', 0), ('notes', 0), ('activities', 0), ('tasks', 0), ('documents', 0);

CREATE TABLE search_changes (
    kind TEXT NOT NULL,
    changed_row INTEGER NOT NULL,
    PRIMARY KEY (kind, changed_row)
) STRICT, WITHOUT ROWID;

-- A lead's text stands in two tables.
CREATE VIEW search_lead_text AS
SELECT l.rowid AS id, l.name, p.company, l.email, coalesce(l.phone, '') || ' ' || coalesce(l.mobile, '') AS phone,
    coalesce(p.address_line1, '') || ' ' || coalesce(p.address_line2, '') || ' ' || coalesce(p.city, '') || ' '
        || coalesce(p.state, '') || ' ' || coalesce(p.postal_code, '') AS place,
    replace(replace(replace(replace(replace(replace(replace(coalesce(l.phone, '') || '|'
        || coalesce(l.mobile, ''), ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), '+', ''), '/', '') AS digits
FROM leads l LEFT JOIN lead_profiles p ON p.lead_id = l.id WHERE l.deleted_at IS NULL;
CREATE VIRTUAL TABLE search_leads USING fts5(name, company, email, phone, place, digits UNINDEXED,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
CREATE VIRTUAL TABLE search_leads_mid USING fts5(name, company, email, place, digits, content = 'search_leads',
    tokenize = 'trigram');

CREATE TRIGGER search_leads_insert AFTER INSERT ON leads
BEGIN
    INSERT INTO search_changes (kind, changed_row) VALUES ('leads', new.rowid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_leads_update AFTER UPDATE OF name, email, phone, mobile, deleted_at
ON leads
BEGIN
    INSERT INTO search_changes (kind, changed_row) VALUES ('leads', new.rowid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_leads_delete AFTER DELETE ON leads
BEGIN
    INSERT INTO search_changes (kind, changed_row) VALUES ('leads', old.rowid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_profiles_insert AFTER INSERT ON lead_profiles
BEGIN
    INSERT INTO search_changes (kind, changed_row)
    SELECT 'leads', rowid FROM leads WHERE id = new.lead_id ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_profiles_update AFTER UPDATE OF lead_id, company, address_line1, address_line2, city, state,
    postal_code ON lead_profiles
BEGIN
    INSERT INTO search_changes (kind, changed_row)
    SELECT 'leads', rowid FROM leads WHERE id IN (old.lead_id, new.lead_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_profiles_delete AFTER DELETE ON lead_profiles
BEGIN
    INSERT INTO search_changes (kind, changed_row)
    SELECT 'leads', rowid FROM leads WHERE id = old.lead_id ON CONFLICT DO NOTHING;
END;

-- Contacts.
CREATE VIEW search_contact_text AS
SELECT c.rowid AS id, c.name, c.company, coalesce(c.email, '') || ' ' || c.other_emails AS email,
    coalesce(c.phone, '') || ' ' || coalesce(c.mobile, '') || ' ' || c.other_phones AS phone,
    coalesce(c.address_line1, '') || ' ' || coalesce(c.address_line2, '') || ' ' || coalesce(c.city, '') || ' '
        || coalesce(c.state, '') || ' ' || coalesce(c.postal_code, '') AS place, c.notes,
    replace(replace(replace(replace(replace(replace(replace(coalesce(c.phone, '') || '|'
        || coalesce(c.mobile, '') || '|'
        || c.other_phones, ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), '+', ''), '/', '') AS digits
FROM contacts c WHERE c.deleted_at IS NULL;
CREATE VIRTUAL TABLE search_contacts USING fts5(name, company, email, phone, place, notes, digits UNINDEXED,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
CREATE VIRTUAL TABLE search_contacts_mid USING fts5(name, company, email, place, digits, content = 'search_contacts',
    tokenize = 'trigram');

CREATE TRIGGER search_contacts_insert AFTER INSERT ON contacts
BEGIN
    INSERT INTO search_changes (kind, changed_row) VALUES ('contacts', new.rowid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_contacts_update AFTER UPDATE OF name, company, email, other_emails, phone, mobile, other_phones,
    address_line1, address_line2, city, state, postal_code, notes, deleted_at
ON contacts
BEGIN
    INSERT INTO search_changes (kind, changed_row) VALUES ('contacts', new.rowid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_contacts_delete AFTER DELETE ON contacts
BEGIN
    INSERT INTO search_changes (kind, changed_row) VALUES ('contacts', old.rowid) ON CONFLICT DO NOTHING;
END;

-- Notes, private ones too: whoever asks gets only their own.
CREATE VIEW search_note_text AS
SELECT n.rowid AS id, n.content FROM lead_notes n WHERE n.deleted_at IS NULL;
CREATE VIRTUAL TABLE search_notes USING fts5(content,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
CREATE VIRTUAL TABLE search_notes_mid USING fts5(content, content = 'search_notes',
    tokenize = 'trigram');

CREATE TRIGGER search_notes_insert AFTER INSERT ON lead_notes
BEGIN
    INSERT INTO search_changes (kind, changed_row) VALUES ('notes', new.rowid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_notes_update AFTER UPDATE OF content, deleted_at
ON lead_notes
BEGIN
    INSERT INTO search_changes (kind, changed_row) VALUES ('notes', new.rowid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_notes_delete AFTER DELETE ON lead_notes
BEGIN
    INSERT INTO search_changes (kind, changed_row) VALUES ('notes', old.rowid) ON CONFLICT DO NOTHING;
END;

-- Entries of the log in which somebody said something: what the program says by itself (“Moved to …”) would be found
-- everywhere. The new words of a correction stand in its metadata, which is taken as it is: a schema that is not trusted
-- may not take JSON apart. The log only grows. It has no trigrams, being by far the largest.
CREATE VIEW search_activity_text AS
SELECT a.rowid AS id, a.title,
    CASE a.activity_type WHEN 'activity_corrected' THEN replace(a.metadata, '\n', ' ') ELSE a.description END AS body
FROM lead_activities a WHERE a.description <> '' OR a.activity_type = 'activity_corrected';
CREATE VIRTUAL TABLE search_activities USING fts5(title, body,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');

CREATE TRIGGER search_activities_insert AFTER INSERT ON lead_activities
WHEN new.description <> '' OR new.activity_type = 'activity_corrected'
BEGIN
    INSERT INTO search_changes (kind, changed_row) VALUES ('activities', new.rowid) ON CONFLICT DO NOTHING;
END;

-- Tasks.
CREATE VIEW search_task_text AS
SELECT t.rowid AS id, t.title, t.description FROM tasks t WHERE t.deleted_at IS NULL;
CREATE VIRTUAL TABLE search_tasks USING fts5(title, description,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
CREATE VIRTUAL TABLE search_tasks_mid USING fts5(title, description, content = 'search_tasks',
    tokenize = 'trigram');

CREATE TRIGGER search_tasks_insert AFTER INSERT ON tasks
BEGIN
    INSERT INTO search_changes (kind, changed_row) VALUES ('tasks', new.rowid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_tasks_update AFTER UPDATE OF title, description, deleted_at
ON tasks
BEGIN
    INSERT INTO search_changes (kind, changed_row) VALUES ('tasks', new.rowid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_tasks_delete AFTER DELETE ON tasks
BEGIN
    INSERT INTO search_changes (kind, changed_row) VALUES ('tasks', old.rowid) ON CONFLICT DO NOTHING;
END;

-- Documents, by what they are called.
CREATE VIEW search_document_text AS
SELECT d.rowid AS id, d.file_name, d.title, d.description FROM documents d WHERE d.deleted_at IS NULL;
CREATE VIRTUAL TABLE search_documents USING fts5(file_name, title, description,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
CREATE VIRTUAL TABLE search_documents_mid USING fts5(file_name, title, description, content = 'search_documents',
    tokenize = 'trigram');

CREATE TRIGGER search_documents_insert AFTER INSERT ON documents
BEGIN
    INSERT INTO search_changes (kind, changed_row) VALUES ('documents', new.rowid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_documents_update AFTER UPDATE OF file_name, title, description, deleted_at
ON documents
BEGIN
    INSERT INTO search_changes (kind, changed_row) VALUES ('documents', new.rowid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_documents_delete AFTER DELETE ON documents
BEGIN
    INSERT INTO search_changes (kind, changed_row) VALUES ('documents', old.rowid) ON CONFLICT DO NOTHING;
END;
