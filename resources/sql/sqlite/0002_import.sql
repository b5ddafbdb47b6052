-- SPDX-License-Identifier: GPL-3.0-or-later
-- Imports: what was read, how it was understood, and how to take it back.

CREATE TABLE import_batches (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    organization_id TEXT NOT NULL CHECK (length(organization_id) = 36)
        REFERENCES organizations (id) DEFERRABLE INITIALLY DEFERRED,
    source_name TEXT NOT NULL CHECK (length(source_name) <= 255),
    format TEXT NOT NULL
        CONSTRAINT ck_import_batches_format CHECK (format IN ('csv', 'xlsx', 'vcard', 'json', 'api')),
    file_sha256 TEXT CHECK (file_sha256 IS NULL OR length(file_sha256) = 64),
    mapping TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(mapping)),
    status TEXT NOT NULL DEFAULT 'running'
        CONSTRAINT ck_import_batches_status CHECK (status IN ('preview', 'running', 'completed', 'failed', 'undone')),
    rows_total INTEGER NOT NULL DEFAULT 0,
    rows_created INTEGER NOT NULL DEFAULT 0,
    rows_updated INTEGER NOT NULL DEFAULT 0,
    rows_duplicate INTEGER NOT NULL DEFAULT 0,
    rows_failed INTEGER NOT NULL DEFAULT 0,
    errors TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(errors)),
    default_consent_evidence TEXT,
    created_by TEXT CHECK (length(created_by) = 36) REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
    started_at INTEGER,
    finished_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deleted_at INTEGER
) STRICT;
CREATE INDEX idx_import_batches_organization_id ON import_batches (organization_id);
CREATE INDEX idx_import_batches_created_by ON import_batches (created_by) WHERE created_by IS NOT NULL;
CREATE INDEX idx_import_batches_file ON import_batches (file_sha256, status);

-- The change sets of a batch, compressed, to take it back. Of this desk.
CREATE TABLE import_changes (
    seq INTEGER PRIMARY KEY,
    batch_id TEXT NOT NULL CHECK (length(batch_id) = 36),
    change_set BLOB NOT NULL
) STRICT;
CREATE INDEX idx_import_changes_batch ON import_changes (batch_id, seq);

-- Where the file of a batch was and how it was to be read, to go on after a stop. Of this desk.
CREATE TABLE import_requests (
    batch_id TEXT PRIMARY KEY NOT NULL CHECK (length(batch_id) = 36),
    request TEXT NOT NULL CHECK (json_valid(request))
) STRICT;

-- How files with certain columns are understood. Of this desk.
CREATE TABLE import_mappings (
    name TEXT PRIMARY KEY NOT NULL COLLATE NOCASE CHECK (length(name) <= 100),
    fingerprint TEXT NOT NULL,
    mapping TEXT NOT NULL CHECK (json_valid(mapping)),
    updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX idx_leads_external_lead_id ON leads (external_lead_id) WHERE external_lead_id IS NOT NULL;
CREATE INDEX idx_leads_import_batch_id ON leads (import_batch_id) WHERE import_batch_id IS NOT NULL;
