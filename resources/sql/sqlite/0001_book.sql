-- SPDX-License-Identifier: GPL-3.0-or-later
-- The book of a loan officer, for SQLite. Its twin is ../postgresql/0001_book.sql.
--
-- Every foreign key has an index that begins with its column; it gets one of its own (idx_<table>_<column>) only where
-- no other whole index begins with it, because a second copy of a key costs a million rows what it is worth to nobody.
--
-- A partial index that is to answer a query alone ends with the columns of its own WHERE: SQLite counts them as read,
-- and would visit every row for what the index says already.

CREATE TABLE schema_migrations (
    version INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL CHECK (length(checksum) = 64 AND checksum NOT GLOB '*[^0-9a-f]*'),
    applied_at INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL
) STRICT;

-- The tenant. Everything else hangs off it.
CREATE TABLE organizations (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    name TEXT NOT NULL CHECK (length(name) <= 255),
    slug TEXT NOT NULL CHECK (length(slug) <= 80),
    legal_name TEXT CHECK (length(legal_name) <= 255),
    nmls_id TEXT CHECK (length(nmls_id) <= 255),
    description TEXT,
    website TEXT,
    phone TEXT,
    industry TEXT DEFAULT 'mortgage',
    size TEXT,
    address_line1 TEXT,
    address_line2 TEXT,
    city TEXT,
    state TEXT,
    postal_code TEXT,
    timezone TEXT NOT NULL DEFAULT 'America/New_York' CHECK (length(timezone) <= 50),
    settings TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(settings)),
    subscription_tier TEXT NOT NULL DEFAULT 'free',
    billing_email TEXT CHECK (length(billing_email) <= 255),
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX uq_organizations_slug ON organizations (slug);

CREATE TABLE users (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    organization_id TEXT NOT NULL CHECK (length(organization_id) = 36)
        REFERENCES organizations (id) DEFERRABLE INITIALLY DEFERRED,
    email TEXT NOT NULL CHECK (length(email) <= 255),
    username TEXT NOT NULL CHECK (length(username) <= 80),
    first_name TEXT NOT NULL CHECK (length(first_name) <= 100),
    last_name TEXT NOT NULL CHECK (length(last_name) <= 100),
    role TEXT NOT NULL DEFAULT 'loan_officer'
        CONSTRAINT ck_users_role CHECK (role IN ('system_admin', 'org_admin', 'manager', 'loan_officer',
            'loan_assistant', 'processor', 'marketing', 'viewer', 'service')),
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    is_verified INTEGER NOT NULL DEFAULT 0 CHECK (is_verified IN (0, 1)),
    timezone TEXT NOT NULL DEFAULT 'UTC' CHECK (length(timezone) <= 50),
    preferences TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(preferences)),
    avatar_url TEXT CHECK (length(avatar_url) <= 500),
    job_title TEXT,
    phone TEXT,
    nmls_id TEXT,
    licenses TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(licenses)),
    last_login_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX uq_users_email ON users (lower(email));
CREATE UNIQUE INDEX uq_users_username ON users (username);
CREATE INDEX idx_users_org_role ON users (organization_id, role);

CREATE TABLE pipelines (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    organization_id TEXT NOT NULL CHECK (length(organization_id) = 36)
        REFERENCES organizations (id) DEFERRABLE INITIALLY DEFERRED,
    key TEXT NOT NULL CHECK (length(key) <= 60),
    name TEXT NOT NULL CHECK (length(name) <= 120),
    description TEXT,
    is_default INTEGER NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deleted_at INTEGER
) STRICT;
CREATE UNIQUE INDEX uq_pipelines_key ON pipelines (organization_id, key);
CREATE UNIQUE INDEX uq_pipelines_default ON pipelines (organization_id) WHERE is_default = 1 AND deleted_at IS NULL;

-- A lead stands where leads.stage_id says and nowhere else.
CREATE TABLE pipeline_stages (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    organization_id TEXT NOT NULL CHECK (length(organization_id) = 36)
        REFERENCES organizations (id) DEFERRABLE INITIALLY DEFERRED,
    pipeline_id TEXT NOT NULL CHECK (length(pipeline_id) = 36) REFERENCES pipelines (id) DEFERRABLE INITIALLY DEFERRED,
    key TEXT NOT NULL CHECK (length(key) <= 60),
    name TEXT NOT NULL CHECK (length(name) <= 120),
    order_index INTEGER NOT NULL,
    color TEXT NOT NULL DEFAULT '#808080' CHECK (length(color) <= 7),
    kind TEXT NOT NULL DEFAULT 'open'
        CONSTRAINT ck_pipeline_stages_kind CHECK (kind IN ('open', 'won', 'lost', 'on_ice', 'disqualified')),
    win_probability REAL NOT NULL DEFAULT 0 CHECK (win_probability BETWEEN 0 AND 1),
    wip_limit INTEGER,
    rot_days INTEGER,
    requires_reason INTEGER NOT NULL DEFAULT 0 CHECK (requires_reason IN (0, 1)),
    is_initial INTEGER NOT NULL DEFAULT 0 CHECK (is_initial IN (0, 1)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deleted_at INTEGER
) STRICT;
CREATE UNIQUE INDEX uq_pipeline_stages_key ON pipeline_stages (pipeline_id, key);
CREATE INDEX idx_pipeline_stages_order ON pipeline_stages (pipeline_id, order_index);
CREATE UNIQUE INDEX uq_pipeline_stages_initial ON pipeline_stages (pipeline_id)
    WHERE is_initial = 1 AND deleted_at IS NULL;
CREATE INDEX idx_pipeline_stages_organization_id ON pipeline_stages (organization_id);

CREATE TABLE contacts (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    organization_id TEXT NOT NULL CHECK (length(organization_id) = 36)
        REFERENCES organizations (id) DEFERRABLE INITIALLY DEFERRED,
    first_name TEXT CHECK (length(first_name) <= 100),
    last_name TEXT CHECK (length(last_name) <= 100),
    name TEXT NOT NULL CHECK (length(name) <= 255),
    email TEXT CHECK (length(email) <= 255),
    other_emails TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(other_emails)),
    other_phones TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(other_phones)),
    phone TEXT CHECK (length(phone) <= 40),
    mobile TEXT CHECK (length(mobile) <= 40),
    title TEXT CHECK (length(title) <= 255),
    company TEXT CHECK (length(company) <= 255),
    contact_type TEXT NOT NULL DEFAULT 'person',
    is_referral_partner INTEGER NOT NULL DEFAULT 0 CHECK (is_referral_partner IN (0, 1)),
    partner_status TEXT,
    license_number TEXT CHECK (length(license_number) <= 60),
    linkedin_url TEXT CHECK (length(linkedin_url) <= 500),
    birthday_md TEXT CHECK (length(birthday_md) <= 5),
    google_contact_id TEXT CHECK (length(google_contact_id) <= 200),
    address_line1 TEXT,
    address_line2 TEXT,
    city TEXT,
    state TEXT,
    postal_code TEXT,
    notes TEXT,
    assigned_to TEXT CHECK (length(assigned_to) = 36) REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
    do_not_contact INTEGER NOT NULL DEFAULT 0 CHECK (do_not_contact IN (0, 1)),
    metadata TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(metadata)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deleted_at INTEGER
) STRICT;
CREATE INDEX idx_contacts_email ON contacts (organization_id, lower(email)) WHERE deleted_at IS NULL;
CREATE INDEX idx_contacts_partner ON contacts (organization_id, partner_status)
    WHERE is_referral_partner = 1 AND deleted_at IS NULL;
CREATE INDEX idx_contacts_google ON contacts (google_contact_id) WHERE google_contact_id IS NOT NULL;
CREATE INDEX idx_contacts_organization_id ON contacts (organization_id);
CREATE INDEX idx_contacts_assigned_to ON contacts (assigned_to) WHERE assigned_to IS NOT NULL;

-- Identity, routing, stage and cached counters. Columns of later tables (integrations, customers …) have no foreign
-- key yet; the migration that brings the table adds it.
CREATE TABLE leads (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    organization_id TEXT NOT NULL CHECK (length(organization_id) = 36)
        REFERENCES organizations (id) DEFERRABLE INITIALLY DEFERRED,
    first_name TEXT CHECK (length(first_name) <= 100),
    last_name TEXT CHECK (length(last_name) <= 100),
    name TEXT NOT NULL CHECK (length(name) <= 255),
    email TEXT CHECK (length(email) <= 255),
    email_shared INTEGER NOT NULL DEFAULT 0 CHECK (email_shared IN (0, 1)),
    phone TEXT CHECK (length(phone) <= 40),
    mobile TEXT CHECK (length(mobile) <= 40),
    birthday_md TEXT CHECK (length(birthday_md) <= 5),
    stage_id TEXT NOT NULL CHECK (length(stage_id) = 36) REFERENCES pipeline_stages (id) DEFERRABLE INITIALLY DEFERRED,
    stage_entered_at INTEGER NOT NULL,
    exit_reason_code TEXT,
    exit_reason TEXT CHECK (length(exit_reason) <= 500),
    nurture_until TEXT CHECK (nurture_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    assigned_to TEXT CHECK (length(assigned_to) = 36) REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
    source TEXT NOT NULL DEFAULT 'website',
    lead_source TEXT CHECK (length(lead_source) <= 120),
    source_detail TEXT,
    external_lead_id TEXT CHECK (length(external_lead_id) <= 200),
    integration_id TEXT CHECK (length(integration_id) = 36),
    import_batch_id TEXT CHECK (length(import_batch_id) = 36),
    referral_partner_id TEXT CHECK (length(referral_partner_id) = 36)
        REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
    project_id TEXT CHECK (length(project_id) = 36),
    property_id TEXT CHECK (length(property_id) = 36),
    lead_temperature TEXT NOT NULL DEFAULT 'cold'
        CONSTRAINT ck_leads_lead_temperature CHECK (lead_temperature IN ('hot', 'warm', 'cold')),
    interest_level TEXT,
    purchase_readiness TEXT,
    estimated_value_cents INTEGER,
    estimated_value_currency TEXT NOT NULL DEFAULT 'USD' CHECK (length(estimated_value_currency) <= 3),
    expected_close_date TEXT CHECK (expected_close_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    score INTEGER NOT NULL DEFAULT 0,
    score_calculated_at INTEGER,
    total_calls INTEGER NOT NULL DEFAULT 0,
    last_sentiment_score REAL,
    first_contacted_at INTEGER,
    last_contacted_at INTEGER,
    last_engagement_at INTEGER,
    last_activity_at INTEGER,
    converted_at INTEGER,
    converted_to_customer_id TEXT CHECK (length(converted_to_customer_id) = 36),
    duplicate_of_id TEXT CHECK (length(duplicate_of_id) = 36) REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    do_not_contact INTEGER NOT NULL DEFAULT 0 CHECK (do_not_contact IN (0, 1)),
    legal_hold INTEGER NOT NULL DEFAULT 0 CHECK (legal_hold IN (0, 1)),
    metadata TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(metadata)),
    raw_data TEXT CHECK (raw_data IS NULL OR json_valid(raw_data)),
    created_by TEXT CHECK (length(created_by) = 36) REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deleted_at INTEGER,
    CONSTRAINT ck_leads_reachable CHECK (email IS NOT NULL OR phone IS NOT NULL OR mobile IS NOT NULL
        OR import_batch_id IS NOT NULL),
    CONSTRAINT ck_leads_score CHECK (score BETWEEN 0 AND 100),
    CONSTRAINT ck_leads_self_duplicate CHECK (duplicate_of_id IS NULL OR duplicate_of_id <> id),
    CONSTRAINT ck_leads_sentiment CHECK (last_sentiment_score BETWEEN -1 AND 1)
) STRICT;
CREATE INDEX idx_leads_org_stage_score ON leads (organization_id, stage_id, score DESC) WHERE deleted_at IS NULL;
CREATE INDEX idx_leads_assigned_stage ON leads (assigned_to, stage_id)
    WHERE assigned_to IS NOT NULL AND deleted_at IS NULL;
CREATE UNIQUE INDEX uq_leads_org_email ON leads (organization_id, lower(email))
    WHERE email IS NOT NULL AND deleted_at IS NULL AND email_shared = 0 AND duplicate_of_id IS NULL;
CREATE UNIQUE INDEX uq_leads_external ON leads (organization_id, coalesce(lead_source, ''), external_lead_id)
    WHERE external_lead_id IS NOT NULL AND deleted_at IS NULL;
-- Who has been silent, counted and listed without visiting the leads.
CREATE INDEX idx_leads_org_last_activity ON leads (organization_id, last_activity_at, stage_id, assigned_to,
    deleted_at)
    WHERE deleted_at IS NULL;
CREATE INDEX idx_leads_name ON leads (name);
CREATE INDEX idx_leads_phone ON leads (phone) WHERE phone IS NOT NULL;
CREATE INDEX idx_leads_mobile ON leads (mobile) WHERE mobile IS NOT NULL;
-- First cards of each column without sorting the column.
CREATE INDEX idx_leads_board ON leads (stage_id, stage_entered_at DESC) WHERE deleted_at IS NULL;
-- Nobody has spoken to them yet.
CREATE INDEX idx_leads_new ON leads (stage_id, created_at DESC, assigned_to, first_contacted_at, deleted_at)
    WHERE first_contacted_at IS NULL AND deleted_at IS NULL;
CREATE INDEX idx_leads_close ON leads (organization_id, expected_close_date, id, deleted_at)
    WHERE expected_close_date IS NOT NULL AND deleted_at IS NULL;
-- Few: whoever counts what belongs to leads takes those away, instead of visiting every lead.
CREATE INDEX idx_leads_removed ON leads (id) WHERE deleted_at IS NOT NULL;
CREATE INDEX idx_leads_organization_id ON leads (organization_id);
CREATE INDEX idx_leads_stage_id ON leads (stage_id);
CREATE INDEX idx_leads_assigned_to ON leads (assigned_to) WHERE assigned_to IS NOT NULL;
CREATE INDEX idx_leads_referral_partner_id ON leads (referral_partner_id) WHERE referral_partner_id IS NOT NULL;
CREATE INDEX idx_leads_duplicate_of_id ON leads (duplicate_of_id) WHERE duplicate_of_id IS NOT NULL;
CREATE INDEX idx_leads_created_by ON leads (created_by) WHERE created_by IS NOT NULL;

CREATE TABLE lead_profiles (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    organization_id TEXT NOT NULL CHECK (length(organization_id) = 36)
        REFERENCES organizations (id) DEFERRABLE INITIALLY DEFERRED,
    lead_id TEXT NOT NULL CHECK (length(lead_id) = 36) REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    company TEXT CHECK (length(company) <= 255),
    job_title TEXT CHECK (length(job_title) <= 255),
    industry TEXT CHECK (length(industry) <= 255),
    company_size TEXT,
    website TEXT CHECK (length(website) <= 500),
    linkedin_url TEXT CHECK (length(linkedin_url) <= 500),
    location TEXT,
    address_line1 TEXT,
    address_line2 TEXT,
    city TEXT,
    state TEXT,
    postal_code TEXT,
    engagement_level TEXT,
    budget_range TEXT CHECK (length(budget_range) <= 50),
    min_budget_cents INTEGER,
    max_budget_cents INTEGER,
    timeline TEXT,
    property_type_interest TEXT,
    project_type TEXT,
    preferences TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(preferences)),
    custom_fields TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(custom_fields)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT ck_lead_profiles_budget CHECK (min_budget_cents <= max_budget_cents)
) STRICT;
CREATE UNIQUE INDEX uq_lead_profiles_lead ON lead_profiles (lead_id);
CREATE INDEX idx_lead_profiles_organization_id ON lead_profiles (organization_id);

-- What the lead wants, and the numbers that not everybody may read.
CREATE TABLE lead_loan_scenarios (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    organization_id TEXT NOT NULL CHECK (length(organization_id) = 36)
        REFERENCES organizations (id) DEFERRABLE INITIALLY DEFERRED,
    lead_id TEXT NOT NULL CHECK (length(lead_id) = 36) REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    loan_purpose TEXT
        CONSTRAINT ck_lead_loan_scenarios_loan_purpose CHECK (loan_purpose IN ('purchase', 'refinance_rate_term',
            'refinance_cash_out', 'construction', 'home_equity', 'reverse', 'other')),
    loan_program TEXT,
    occupancy TEXT
        CONSTRAINT ck_lead_loan_scenarios_occupancy CHECK (occupancy IN ('primary_residence', 'second_home',
            'investment')),
    property_type TEXT
        CONSTRAINT ck_lead_loan_scenarios_property_type CHECK (property_type IN ('single_family', 'condo',
            'townhouse', 'pud', 'multi_2_4', 'manufactured', 'co_op', 'land', 'other')),
    subject_state TEXT,
    subject_county TEXT,
    subject_postal_code TEXT,
    property_value_cents INTEGER,
    purchase_price_cents INTEGER,
    down_payment_cents INTEGER,
    loan_amount_cents INTEGER,
    current_balance_cents INTEGER,
    current_rate_pct3 INTEGER,
    subordinate_balance_cents INTEGER,
    heloc_line_cents INTEGER,
    fico_band TEXT
        CONSTRAINT ck_lead_loan_scenarios_fico_band CHECK (fico_band IN ('under_580', '580_619', '620_659', '660_699',
            '700_739', '740_779', '780_plus', 'unknown')),
    fico_score INTEGER,
    fico_source TEXT
        CONSTRAINT ck_lead_loan_scenarios_fico_source CHECK (fico_source IN ('self_reported', 'soft_pull',
            'hard_pull')),
    annual_income_cents INTEGER,
    monthly_debts_cents INTEGER,
    income_type TEXT,
    interest_rate_pct3 INTEGER,
    term_months INTEGER,
    amortization TEXT CONSTRAINT ck_lead_loan_scenarios_amortization CHECK (amortization IN ('fixed', 'arm')),
    rate_lock_date TEXT CHECK (rate_lock_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    rate_lock_expires_on TEXT CHECK (rate_lock_expires_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    target_closing_date TEXT CHECK (target_closing_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    first_time_buyer INTEGER CHECK (first_time_buyer IN (0, 1)),
    veteran INTEGER CHECK (veteran IN (0, 1)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT ck_lead_loan_scenarios_amounts
        CHECK (property_value_cents >= 0 AND purchase_price_cents >= 0 AND down_payment_cents >= 0 AND loan_amount_cents >= 0),
    CONSTRAINT ck_lead_loan_scenarios_fico_score CHECK (fico_score BETWEEN 300 AND 850),
    CONSTRAINT ck_lead_loan_scenarios_lock CHECK (rate_lock_expires_on >= rate_lock_date)
) STRICT;
CREATE UNIQUE INDEX uq_lead_loan_scenarios_lead ON lead_loan_scenarios (lead_id);
CREATE INDEX idx_lead_loan_scenarios_lock_expiry ON lead_loan_scenarios (organization_id, rate_lock_expires_on, lead_id)
    WHERE rate_lock_expires_on IS NOT NULL;
-- Closings of the coming days.
CREATE INDEX idx_lead_loan_scenarios_closing ON lead_loan_scenarios (organization_id, target_closing_date, lead_id)
    WHERE target_closing_date IS NOT NULL;
CREATE INDEX idx_lead_loan_scenarios_organization_id ON lead_loan_scenarios (organization_id);

CREATE TABLE lead_contacts (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    organization_id TEXT NOT NULL CHECK (length(organization_id) = 36)
        REFERENCES organizations (id) DEFERRABLE INITIALLY DEFERRED,
    lead_id TEXT NOT NULL CHECK (length(lead_id) = 36) REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    contact_id TEXT NOT NULL CHECK (length(contact_id) = 36) REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL DEFAULT 'other'
        CONSTRAINT ck_lead_contacts_role CHECK (role IN ('primary', 'decision_maker', 'influencer', 'technical',
            'financial', 'end_user', 'other', 'borrower', 'co_borrower', 'co_signer', 'buyers_agent', 'listing_agent',
            'builder', 'title_escrow', 'attorney', 'insurance_agent')),
    is_primary INTEGER NOT NULL DEFAULT 0 CHECK (is_primary IN (0, 1)),
    notes TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deleted_at INTEGER,
    CONSTRAINT ck_lead_contacts_primary CHECK (role <> 'primary' OR is_primary = 1)
) STRICT;
CREATE UNIQUE INDEX uq_lead_contacts_pair ON lead_contacts (lead_id, contact_id) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX idx_lead_contacts_primary ON lead_contacts (lead_id) WHERE is_primary = 1 AND deleted_at IS NULL;
CREATE INDEX idx_lead_contacts_organization_id ON lead_contacts (organization_id);
CREATE INDEX idx_lead_contacts_lead_id ON lead_contacts (lead_id);
CREATE INDEX idx_lead_contacts_contact_id ON lead_contacts (contact_id);

CREATE TABLE lead_notes (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    organization_id TEXT NOT NULL CHECK (length(organization_id) = 36)
        REFERENCES organizations (id) DEFERRABLE INITIALLY DEFERRED,
    lead_id TEXT NOT NULL CHECK (length(lead_id) = 36) REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    user_id TEXT CHECK (length(user_id) = 36) REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
    note_type TEXT NOT NULL DEFAULT 'general'
        CONSTRAINT ck_lead_notes_note_type CHECK (note_type IN ('general', 'meeting', 'call', 'research', 'reminder')),
    content TEXT NOT NULL,
    is_private INTEGER NOT NULL DEFAULT 0 CHECK (is_private IN (0, 1)),
    is_pinned INTEGER NOT NULL DEFAULT 0 CHECK (is_pinned IN (0, 1)),
    mentioned_users TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(mentioned_users)),
    attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(attachments)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deleted_at INTEGER,
    CONSTRAINT ck_lead_notes_private_mentions CHECK (is_private = 0 OR mentioned_users = '[]')
) STRICT;
CREATE INDEX idx_lead_notes_type ON lead_notes (lead_id, note_type) WHERE deleted_at IS NULL;
CREATE INDEX idx_lead_notes_created_at ON lead_notes (lead_id, created_at DESC) WHERE deleted_at IS NULL;
CREATE INDEX idx_lead_notes_organization_id ON lead_notes (organization_id);
CREATE INDEX idx_lead_notes_lead_id ON lead_notes (lead_id);
CREATE INDEX idx_lead_notes_user_id ON lead_notes (user_id, created_at) WHERE user_id IS NOT NULL;

CREATE TABLE lead_assignments (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    organization_id TEXT NOT NULL CHECK (length(organization_id) = 36)
        REFERENCES organizations (id) DEFERRABLE INITIALLY DEFERRED,
    lead_id TEXT NOT NULL CHECK (length(lead_id) = 36) REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    assigned_from TEXT CHECK (length(assigned_from) = 36) REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
    assigned_to TEXT CHECK (length(assigned_to) = 36) REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
    assigned_by TEXT CHECK (length(assigned_by) = 36) REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
    reason TEXT CHECK (length(reason) <= 500),
    assigned_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version = 1),
    CONSTRAINT ck_lead_assignments_updated CHECK (updated_at = created_at)
) STRICT;
CREATE INDEX idx_lead_assignments_assigned_at ON lead_assignments (lead_id, assigned_at DESC);
CREATE INDEX idx_lead_assignments_organization_id ON lead_assignments (organization_id);
CREATE INDEX idx_lead_assignments_assigned_from ON lead_assignments (assigned_from) WHERE assigned_from IS NOT NULL;
CREATE INDEX idx_lead_assignments_assigned_to ON lead_assignments (assigned_to) WHERE assigned_to IS NOT NULL;
CREATE INDEX idx_lead_assignments_assigned_by ON lead_assignments (assigned_by) WHERE assigned_by IS NOT NULL;

CREATE TABLE tags (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    organization_id TEXT NOT NULL CHECK (length(organization_id) = 36)
        REFERENCES organizations (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL CHECK (length(name) <= 60),
    color TEXT NOT NULL DEFAULT '#808080' CHECK (length(color) <= 7),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deleted_at INTEGER
) STRICT;
CREATE UNIQUE INDEX uq_tags_name ON tags (organization_id, lower(name)) WHERE deleted_at IS NULL;
CREATE INDEX idx_tags_organization_id ON tags (organization_id);

CREATE TABLE lead_tags (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    organization_id TEXT NOT NULL CHECK (length(organization_id) = 36)
        REFERENCES organizations (id) DEFERRABLE INITIALLY DEFERRED,
    lead_id TEXT NOT NULL CHECK (length(lead_id) = 36) REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    tag_id TEXT NOT NULL CHECK (length(tag_id) = 36) REFERENCES tags (id) DEFERRABLE INITIALLY DEFERRED,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deleted_at INTEGER
) STRICT;
CREATE UNIQUE INDEX uq_lead_tags_pair ON lead_tags (lead_id, tag_id) WHERE deleted_at IS NULL;
CREATE INDEX idx_lead_tags_organization_id ON lead_tags (organization_id);
CREATE INDEX idx_lead_tags_lead_id ON lead_tags (lead_id);
CREATE INDEX idx_lead_tags_tag_id ON lead_tags (tag_id);

CREATE TABLE tasks (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    organization_id TEXT NOT NULL CHECK (length(organization_id) = 36)
        REFERENCES organizations (id) DEFERRABLE INITIALLY DEFERRED,
    lead_id TEXT CHECK (length(lead_id) = 36) REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    customer_id TEXT CHECK (length(customer_id) = 36),
    application_id TEXT CHECK (length(application_id) = 36),
    contact_id TEXT CHECK (length(contact_id) = 36) REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL CHECK (length(title) <= 255),
    description TEXT,
    task_type TEXT NOT NULL DEFAULT 'follow_up',
    due_date TEXT CHECK (due_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    due_time TEXT CHECK (due_time GLOB '[0-9][0-9]:[0-9][0-9]'),
    due_at INTEGER,
    reminder_at INTEGER,
    recurrence_rule TEXT,
    priority TEXT NOT NULL DEFAULT 'medium' CONSTRAINT ck_tasks_priority CHECK (priority IN ('low', 'medium', 'high')),
    status TEXT NOT NULL DEFAULT 'pending'
        CONSTRAINT ck_tasks_status CHECK (status IN ('pending', 'completed', 'cancelled')),
    completed_at INTEGER,
    completed_by TEXT CHECK (length(completed_by) = 36) REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
    assigned_to TEXT CHECK (length(assigned_to) = 36) REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
    created_by TEXT CHECK (length(created_by) = 36) REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
    action_id TEXT CHECK (length(action_id) = 36),
    workflow_execution_id TEXT CHECK (length(workflow_execution_id) = 36),
    note_id TEXT CHECK (length(note_id) = 36) REFERENCES lead_notes (id) DEFERRABLE INITIALLY DEFERRED,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deleted_at INTEGER
) STRICT;
CREATE INDEX idx_tasks_assigned_due ON tasks (assigned_to, due_at, lead_id, status, deleted_at)
    WHERE status = 'pending' AND deleted_at IS NULL;
CREATE INDEX idx_tasks_lead_status ON tasks (lead_id, status) WHERE deleted_at IS NULL;
-- Covers the next open task of every lead, so that a list of a million leads never visits the tasks themselves.
CREATE INDEX idx_tasks_next ON tasks (lead_id, due_at, title, task_type, due_time, status, deleted_at)
    WHERE status = 'pending' AND lead_id IS NOT NULL AND deleted_at IS NULL;
-- Cards with the nearest due task first.
CREATE INDEX idx_tasks_due ON tasks (due_at, lead_id, status, deleted_at)
    WHERE status = 'pending' AND deleted_at IS NULL;
CREATE INDEX idx_tasks_organization_id ON tasks (organization_id);
CREATE INDEX idx_tasks_lead_id ON tasks (lead_id) WHERE lead_id IS NOT NULL;
CREATE INDEX idx_tasks_contact_id ON tasks (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX idx_tasks_completed_by ON tasks (completed_by, completed_at) WHERE completed_by IS NOT NULL;
CREATE INDEX idx_tasks_assigned_to ON tasks (assigned_to) WHERE assigned_to IS NOT NULL;
CREATE INDEX idx_tasks_created_by ON tasks (created_by) WHERE created_by IS NOT NULL;
CREATE INDEX idx_tasks_note_id ON tasks (note_id) WHERE note_id IS NOT NULL;

CREATE TABLE documents (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    organization_id TEXT NOT NULL CHECK (length(organization_id) = 36)
        REFERENCES organizations (id) DEFERRABLE INITIALLY DEFERRED,
    lead_id TEXT CHECK (length(lead_id) = 36) REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    customer_id TEXT CHECK (length(customer_id) = 36),
    application_id TEXT CHECK (length(application_id) = 36),
    contact_id TEXT CHECK (length(contact_id) = 36) REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
    communication_id TEXT CHECK (length(communication_id) = 36)
        REFERENCES communications (id) DEFERRABLE INITIALLY DEFERRED,
    email_message_id TEXT CHECK (length(email_message_id) = 36),
    file_name TEXT NOT NULL CHECK (length(file_name) <= 255),
    file_url TEXT NOT NULL CHECK (length(file_url) <= 1000),
    file_type TEXT CHECK (length(file_type) <= 120),
    file_size INTEGER,
    file_sha256 TEXT CHECK (length(file_sha256) = 64 AND file_sha256 NOT GLOB '*[^0-9a-f]*'),
    document_type TEXT NOT NULL DEFAULT 'other',
    title TEXT,
    description TEXT,
    is_sensitive INTEGER NOT NULL DEFAULT 0 CHECK (is_sensitive IN (0, 1)),
    uploaded_by TEXT CHECK (length(uploaded_by) = 36) REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
    viewed_at INTEGER,
    signed_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deleted_at INTEGER,
    CONSTRAINT ck_documents_file_size CHECK (file_size >= 0)
) STRICT;
CREATE INDEX idx_documents_type ON documents (organization_id, document_type) WHERE deleted_at IS NULL;
CREATE INDEX idx_documents_organization_id ON documents (organization_id);
CREATE INDEX idx_documents_lead_id ON documents (lead_id) WHERE lead_id IS NOT NULL;
CREATE INDEX idx_documents_contact_id ON documents (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX idx_documents_communication_id ON documents (communication_id) WHERE communication_id IS NOT NULL;
CREATE INDEX idx_documents_uploaded_by ON documents (uploaded_by) WHERE uploaded_by IS NOT NULL;

-- Bytes by their SHA-256, stored once.
CREATE TABLE document_contents (
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    organization_id TEXT NOT NULL CHECK (length(organization_id) = 36)
        REFERENCES organizations (id) DEFERRABLE INITIALLY DEFERRED,
    size INTEGER NOT NULL,
    data BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (sha256, organization_id)
) STRICT;
CREATE INDEX idx_document_contents_organization_id ON document_contents (organization_id);

CREATE TABLE consents (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    organization_id TEXT NOT NULL CHECK (length(organization_id) = 36)
        REFERENCES organizations (id) DEFERRABLE INITIALLY DEFERRED,
    lead_id TEXT CHECK (length(lead_id) = 36) REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    contact_id TEXT CHECK (length(contact_id) = 36) REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
    customer_id TEXT CHECK (length(customer_id) = 36),
    channel TEXT NOT NULL
        CONSTRAINT ck_consents_channel CHECK (channel IN ('email', 'call', 'autodialed_call', 'sms', 'whatsapp',
            'mail', 'call_recording', 'electronic_delivery')),
    purpose TEXT NOT NULL DEFAULT 'marketing'
        CONSTRAINT ck_consents_purpose CHECK (purpose IN ('marketing', 'transactional', 'any')),
    address TEXT NOT NULL CHECK (length(address) <= 255),
    action TEXT NOT NULL
        CONSTRAINT ck_consents_action CHECK (action IN ('granted', 'revoked', 'dnc_listed', 'dnc_cleared')),
    registry TEXT CONSTRAINT ck_consents_registry CHECK (registry IN ('internal', 'state', 'national', 'litigator')),
    method TEXT NOT NULL,
    wording TEXT,
    wording_version TEXT CHECK (length(wording_version) <= 40),
    evidence_document_id TEXT CHECK (length(evidence_document_id) = 36)
        REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    certificate_id TEXT CHECK (length(certificate_id) <= 255),
    ip_address TEXT,
    user_agent TEXT,
    source_url TEXT,
    recorded_by TEXT CHECK (length(recorded_by) = 36) REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
    occurred_at INTEGER NOT NULL,
    expires_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version = 1),
    CONSTRAINT ck_consents_updated CHECK (updated_at = created_at),
    CONSTRAINT ck_consents_about CHECK (lead_id IS NOT NULL OR contact_id IS NOT NULL OR customer_id IS NOT NULL)
) STRICT;
CREATE INDEX idx_consents_address ON consents (organization_id, address, channel, occurred_at DESC);
CREATE INDEX idx_consents_lead_time ON consents (lead_id, occurred_at DESC);
CREATE INDEX idx_consents_contact_id ON consents (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX idx_consents_evidence_document_id ON consents (evidence_document_id)
    WHERE evidence_document_id IS NOT NULL;
CREATE INDEX idx_consents_recorded_by ON consents (recorded_by) WHERE recorded_by IS NOT NULL;

CREATE TABLE communications (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    organization_id TEXT NOT NULL CHECK (length(organization_id) = 36)
        REFERENCES organizations (id) DEFERRABLE INITIALLY DEFERRED,
    lead_id TEXT CHECK (length(lead_id) = 36) REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    contact_id TEXT CHECK (length(contact_id) = 36) REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
    customer_id TEXT CHECK (length(customer_id) = 36),
    user_id TEXT CHECK (length(user_id) = 36) REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
    communication_type TEXT NOT NULL
        CONSTRAINT ck_communications_communication_type CHECK (communication_type IN ('email', 'call', 'meeting',
            'linkedin', 'sms', 'whatsapp', 'letter')),
    direction TEXT NOT NULL CONSTRAINT ck_communications_direction CHECK (direction IN ('inbound', 'outbound')),
    purpose TEXT NOT NULL DEFAULT 'transactional'
        CONSTRAINT ck_communications_purpose CHECK (purpose IN ('marketing', 'transactional')),
    subject TEXT CHECK (length(subject) <= 500),
    content TEXT,
    status TEXT NOT NULL DEFAULT 'completed'
        CONSTRAINT ck_communications_status CHECK (status IN ('draft', 'scheduled', 'queued', 'sending', 'completed',
            'failed', 'cancelled')),
    scheduled_at INTEGER,
    completed_at INTEGER,
    duration_seconds INTEGER,
    outcome TEXT,
    from_address TEXT CHECK (length(from_address) <= 255),
    to_address TEXT CHECK (length(to_address) <= 255),
    email_opened INTEGER NOT NULL DEFAULT 0 CHECK (email_opened IN (0, 1)),
    email_clicked INTEGER NOT NULL DEFAULT 0 CHECK (email_clicked IN (0, 1)),
    email_message_id TEXT CHECK (length(email_message_id) = 36),
    meeting_id TEXT CHECK (length(meeting_id) = 36),
    template_id TEXT CHECK (length(template_id) = 36),
    campaign_id TEXT CHECK (length(campaign_id) = 36),
    workflow_execution_id TEXT CHECK (length(workflow_execution_id) = 36),
    action_id TEXT CHECK (length(action_id) = 36),
    consent_id TEXT CHECK (length(consent_id) = 36) REFERENCES consents (id) DEFERRABLE INITIALLY DEFERRED,
    sentiment_score REAL,
    recording_url TEXT,
    transcript TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt_at INTEGER,
    claim_expires_at INTEGER,
    claimed_by TEXT CHECK (length(claimed_by) = 36),
    error_message TEXT,
    metadata TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(metadata)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deleted_at INTEGER,
    CONSTRAINT ck_communications_about
        CHECK (lead_id IS NOT NULL OR contact_id IS NOT NULL OR customer_id IS NOT NULL),
    CONSTRAINT ck_communications_scheduled CHECK (status <> 'scheduled' OR scheduled_at IS NOT NULL),
    CONSTRAINT ck_communications_completed CHECK (status <> 'completed' OR completed_at IS NOT NULL),
    CONSTRAINT ck_communications_sentiment CHECK (sentiment_score BETWEEN -1 AND 1)
) STRICT;
CREATE INDEX idx_communications_type ON communications (organization_id, communication_type);
CREATE INDEX idx_communications_scheduled_at ON communications (scheduled_at)
    WHERE status IN ('scheduled', 'queued') AND deleted_at IS NULL;
CREATE INDEX idx_communications_lead_type_date ON communications (lead_id, communication_type, completed_at DESC);
CREATE INDEX idx_communications_contact_id ON communications (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX idx_communications_user_id ON communications (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX idx_communications_consent_id ON communications (consent_id) WHERE consent_id IS NOT NULL;

-- The log. Append-only, hash-chained per device.
CREATE TABLE lead_activities (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    organization_id TEXT NOT NULL CHECK (length(organization_id) = 36)
        REFERENCES organizations (id) DEFERRABLE INITIALLY DEFERRED,
    lead_id TEXT CHECK (length(lead_id) = 36) REFERENCES leads (id) DEFERRABLE INITIALLY DEFERRED,
    activity_type TEXT NOT NULL,
    title TEXT NOT NULL CHECK (length(title) <= 200),
    description TEXT,
    from_stage TEXT CHECK (length(from_stage) <= 60),
    to_stage TEXT CHECK (length(to_stage) <= 60),
    from_stage_id TEXT CHECK (length(from_stage_id) = 36),
    to_stage_id TEXT CHECK (length(to_stage_id) = 36),
    metadata TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(metadata)),
    actor_type TEXT NOT NULL DEFAULT 'user'
        CONSTRAINT ck_lead_activities_actor_type CHECK (actor_type IN ('user', 'system', 'ai', 'external')),
    actor_id TEXT CHECK (length(actor_id) = 36),
    created_by TEXT CHECK (length(created_by) = 36) REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
    email_id TEXT CHECK (length(email_id) = 36),
    meeting_id TEXT CHECK (length(meeting_id) = 36),
    action_id TEXT CHECK (length(action_id) = 36),
    communication_id TEXT CHECK (length(communication_id) = 36),
    is_highlight INTEGER NOT NULL DEFAULT 0 CHECK (is_highlight IN (0, 1)),
    occurred_at INTEGER NOT NULL,
    device_id TEXT NOT NULL CHECK (length(device_id) = 36),
    device_seq INTEGER NOT NULL,
    prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64 AND prev_hash NOT GLOB '*[^0-9a-f]*'),
    hash TEXT NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version = 1),
    CONSTRAINT ck_lead_activities_updated CHECK (updated_at = created_at),
    CONSTRAINT ck_lead_activities_lead
        CHECK (lead_id IS NOT NULL OR activity_type IN ('integration_synced', 'integration_failed', 'import_completed', 'campaign_status_changed')),
    CONSTRAINT ck_lead_activities_chain CHECK (device_seq > 0)
) STRICT;
CREATE INDEX lead_activities_lead_time_idx ON lead_activities (lead_id, created_at);
-- Timeline pages are cut by (occurred_at, id).
CREATE INDEX idx_lead_activities_timeline ON lead_activities (lead_id, occurred_at DESC, id DESC);
CREATE INDEX idx_lead_activities_lead_type_date ON lead_activities (lead_id, activity_type, created_at DESC);
CREATE INDEX idx_lead_activities_type ON lead_activities (organization_id, activity_type, occurred_at DESC);
CREATE INDEX idx_lead_activities_org_time ON lead_activities (organization_id, created_at DESC);
CREATE INDEX idx_lead_activities_highlights ON lead_activities (lead_id, occurred_at DESC) WHERE is_highlight = 1;
CREATE INDEX idx_lead_activities_user_time ON lead_activities (created_by, created_at, activity_type);
CREATE INDEX idx_lead_activities_email ON lead_activities (email_id) WHERE email_id IS NOT NULL;
CREATE INDEX idx_lead_activities_meeting ON lead_activities (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE UNIQUE INDEX uq_lead_activities_chain ON lead_activities (device_id, device_seq);

-- My own order of cards. Of this desk, never synced.
CREATE TABLE board_positions (
    lead_id TEXT PRIMARY KEY NOT NULL CHECK (length(lead_id) = 36),
    stage_id TEXT NOT NULL CHECK (length(stage_id) = 36),
    rank INTEGER NOT NULL
) STRICT;
CREATE INDEX idx_board_positions_stage ON board_positions (stage_id, rank);

-- Commands that can be taken back, across restarts. Of this desk, never synced.
CREATE TABLE undo_stack (
    seq INTEGER PRIMARY KEY,
    command TEXT NOT NULL,
    summary TEXT NOT NULL,
    change_set TEXT NOT NULL CHECK (json_valid(change_set)),
    inverse TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(inverse)),
    op_id TEXT CHECK (length(op_id) = 36),
    state TEXT NOT NULL DEFAULT 'done' CONSTRAINT ck_undo_stack_state CHECK (state IN ('done', 'undone')),
    created_at INTEGER NOT NULL
) STRICT;
-- A change set can be megabytes: what is on top is found without walking through any.
CREATE INDEX idx_undo_stack_state ON undo_stack (state, seq, summary);

-- Facts of this desk: device id, head of its activity chain.
CREATE TABLE local_settings (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL CHECK (json_valid(value)),
    updated_at INTEGER NOT NULL
) STRICT;

-- Exact figures of every stage and owner ('' for nobody), kept up to date by the triggers below: adding up a million
-- leads for every paint would cost seven hundred times as much. Weighted = value × the stage's win_probability.
CREATE TABLE lead_totals (
    stage_id TEXT NOT NULL,
    owner_key TEXT NOT NULL,
    lead_count INTEGER NOT NULL,
    value_cents INTEGER NOT NULL,
    PRIMARY KEY (stage_id, owner_key)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER leads_totals_insert AFTER INSERT ON leads WHEN new.deleted_at IS NULL
BEGIN
    INSERT INTO lead_totals (stage_id, owner_key, lead_count, value_cents)
    VALUES (new.stage_id, coalesce(new.assigned_to, ''), 1, coalesce(new.estimated_value_cents, 0))
    ON CONFLICT (stage_id, owner_key) DO UPDATE
        SET lead_count = lead_count + 1, value_cents = value_cents + excluded.value_cents;
END;

CREATE TRIGGER leads_totals_delete AFTER DELETE ON leads WHEN old.deleted_at IS NULL
BEGIN
    UPDATE lead_totals
    SET lead_count = lead_count - 1, value_cents = value_cents - coalesce(old.estimated_value_cents, 0)
    WHERE stage_id = old.stage_id AND owner_key = coalesce(old.assigned_to, '');
    DELETE FROM lead_totals
    WHERE stage_id = old.stage_id AND owner_key = coalesce(old.assigned_to, '') AND lead_count = 0;
END;

CREATE TRIGGER leads_totals_update AFTER UPDATE OF stage_id, assigned_to, estimated_value_cents, deleted_at ON leads
BEGIN
    UPDATE lead_totals
    SET lead_count = lead_count - 1, value_cents = value_cents - coalesce(old.estimated_value_cents, 0)
    WHERE old.deleted_at IS NULL AND stage_id = old.stage_id AND owner_key = coalesce(old.assigned_to, '');
    INSERT INTO lead_totals (stage_id, owner_key, lead_count, value_cents)
    SELECT new.stage_id, coalesce(new.assigned_to, ''), 1, coalesce(new.estimated_value_cents, 0)
    WHERE new.deleted_at IS NULL
    ON CONFLICT (stage_id, owner_key) DO UPDATE
        SET lead_count = lead_count + 1, value_cents = value_cents + excluded.value_cents;
    DELETE FROM lead_totals
    WHERE stage_id = old.stage_id AND owner_key = coalesce(old.assigned_to, '') AND lead_count = 0;
END;

-- Derived columns. They follow their sources and never bump a version.
CREATE TRIGGER lead_activities_derive AFTER INSERT ON lead_activities WHEN new.lead_id IS NOT NULL
BEGIN
    UPDATE leads SET last_activity_at = new.occurred_at
    WHERE id = new.lead_id AND (last_activity_at IS NULL OR last_activity_at < new.occurred_at);
    UPDATE leads SET last_engagement_at = new.occurred_at
    WHERE id = new.lead_id AND (last_engagement_at IS NULL OR last_engagement_at < new.occurred_at)
        AND new.activity_type IN ('email_received', 'email_opened', 'email_clicked', 'email_replied', 'sms_received',
        'whatsapp_received', 'form_submitted', 'website_visit', 'campaign_responded', 'proposal_viewed', 'contract_signed');
END;

CREATE TRIGGER communications_derive_insert AFTER INSERT ON communications
WHEN new.lead_id IS NOT NULL AND new.status = 'completed' AND new.deleted_at IS NULL
BEGIN
    UPDATE leads SET total_calls = total_calls + 1 WHERE id = new.lead_id AND new.communication_type = 'call';
    UPDATE leads SET
        first_contacted_at = min(coalesce(first_contacted_at, new.completed_at), new.completed_at),
        last_contacted_at = max(coalesce(last_contacted_at, new.completed_at), new.completed_at)
    WHERE id = new.lead_id AND (new.direction = 'outbound' OR new.communication_type IN ('call', 'meeting'));
    UPDATE leads SET last_engagement_at = new.completed_at
    WHERE id = new.lead_id AND new.direction = 'inbound'
        AND (last_engagement_at IS NULL OR last_engagement_at < new.completed_at);
    UPDATE leads SET last_sentiment_score = (
        SELECT sentiment_score FROM communications
        WHERE lead_id = new.lead_id AND sentiment_score IS NOT NULL AND status = 'completed' AND deleted_at IS NULL
        ORDER BY completed_at DESC, id DESC LIMIT 1)
    WHERE id = new.lead_id AND new.sentiment_score IS NOT NULL;
END;

-- A change (a queued message completed, a logged call taken back) can lower what a maximum only raises: count again.
-- Whole histories change hands only in a merge, which counts once, below.
CREATE TRIGGER communications_derive_update
AFTER UPDATE OF communication_type, direction, status, completed_at, sentiment_score, deleted_at
ON communications WHEN new.lead_id IS NOT NULL
BEGIN
    UPDATE leads SET (total_calls, first_contacted_at, last_contacted_at) = (
            SELECT count(*) FILTER (WHERE communication_type = 'call'),
                min(completed_at) FILTER (WHERE direction = 'outbound' OR communication_type IN ('call', 'meeting')),
                max(completed_at) FILTER (WHERE direction = 'outbound' OR communication_type IN ('call', 'meeting'))
            FROM communications
            WHERE lead_id = new.lead_id AND status = 'completed' AND deleted_at IS NULL),
        last_sentiment_score = (
            SELECT sentiment_score FROM communications
            WHERE lead_id = new.lead_id AND sentiment_score IS NOT NULL AND status = 'completed' AND deleted_at IS NULL
            ORDER BY completed_at DESC, id DESC LIMIT 1),
        last_engagement_at = (
            SELECT max(at) FROM (
                SELECT max(completed_at) AS at FROM communications
                WHERE lead_id = new.lead_id AND direction = 'inbound' AND status = 'completed' AND deleted_at IS NULL
                UNION ALL
                SELECT max((SELECT max(occurred_at) FROM lead_activities
                    WHERE lead_id = f.id AND activity_type IN ('email_received', 'email_opened', 'email_clicked', 'email_replied', 'sms_received',
        'whatsapp_received', 'form_submitted', 'website_visit', 'campaign_responded', 'proposal_viewed', 'contract_signed')))
                FROM leads f
                WHERE f.id = new.lead_id OR (f.duplicate_of_id = new.lead_id AND f.deleted_at IS NOT NULL)))
    WHERE id = new.lead_id;
END;

-- Two leads became one, or two again: both are counted anew. The log of a lead that was merged away cannot move, so the
-- kept one counts it as its own.
CREATE TRIGGER lead_merged_derive AFTER INSERT ON lead_activities WHEN new.activity_type = 'lead_merged'
BEGIN
    UPDATE leads SET (total_calls, first_contacted_at, last_contacted_at) = (
            SELECT count(*) FILTER (WHERE communication_type = 'call'),
                min(completed_at) FILTER (WHERE direction = 'outbound' OR communication_type IN ('call', 'meeting')),
                max(completed_at) FILTER (WHERE direction = 'outbound' OR communication_type IN ('call', 'meeting'))
            FROM communications
            WHERE lead_id = new.lead_id AND status = 'completed' AND deleted_at IS NULL),
        last_sentiment_score = (
            SELECT sentiment_score FROM communications
            WHERE lead_id = new.lead_id AND sentiment_score IS NOT NULL AND status = 'completed' AND deleted_at IS NULL
            ORDER BY completed_at DESC, id DESC LIMIT 1),
        last_activity_at = (
            SELECT max((SELECT max(occurred_at) FROM lead_activities WHERE lead_id = f.id)) FROM leads f
            WHERE f.id = new.lead_id OR (f.duplicate_of_id = new.lead_id AND f.deleted_at IS NOT NULL)),
        last_engagement_at = (
            SELECT max(at) FROM (
                SELECT max(completed_at) AS at FROM communications
                WHERE lead_id = new.lead_id AND direction = 'inbound' AND status = 'completed' AND deleted_at IS NULL
                UNION ALL
                SELECT max((SELECT max(occurred_at) FROM lead_activities
                    WHERE lead_id = f.id AND activity_type IN ('email_received', 'email_opened', 'email_clicked', 'email_replied', 'sms_received',
        'whatsapp_received', 'form_submitted', 'website_visit', 'campaign_responded', 'proposal_viewed', 'contract_signed')))
                FROM leads f
                WHERE f.id = new.lead_id OR (f.duplicate_of_id = new.lead_id AND f.deleted_at IS NOT NULL)))
    WHERE id = new.lead_id;
END;

-- What was logged stays logged.
CREATE TRIGGER lead_activities_no_update BEFORE UPDATE ON lead_activities
BEGIN
    SELECT raise(ABORT, 'lead_activities is append-only');
END;
CREATE TRIGGER lead_activities_no_delete BEFORE DELETE ON lead_activities
BEGIN
    SELECT raise(ABORT, 'lead_activities is append-only');
END;
CREATE TRIGGER lead_assignments_no_update BEFORE UPDATE ON lead_assignments
BEGIN
    SELECT raise(ABORT, 'lead_assignments is append-only');
END;
CREATE TRIGGER lead_assignments_no_delete BEFORE DELETE ON lead_assignments
BEGIN
    SELECT raise(ABORT, 'lead_assignments is append-only');
END;
CREATE TRIGGER consents_no_update BEFORE UPDATE ON consents
BEGIN
    SELECT raise(ABORT, 'consents is append-only');
END;
CREATE TRIGGER consents_no_delete BEFORE DELETE ON consents
BEGIN
    SELECT raise(ABORT, 'consents is append-only');
END;
CREATE TRIGGER document_contents_no_update BEFORE UPDATE ON document_contents
BEGIN
    SELECT raise(ABORT, 'document_contents is append-only');
END;

CREATE VIEW v_lead_timeline AS
SELECT a.id, a.organization_id, a.lead_id, a.activity_type, a.title, a.description, a.from_stage, a.to_stage, a.metadata,
    a.actor_type, a.actor_id, a.created_by, a.communication_id, a.is_highlight, a.occurred_at, a.created_at,
    u.first_name || ' ' || u.last_name AS created_by_name
FROM lead_activities a LEFT JOIN users u ON u.id = a.created_by;

-- The newest row for an address, a channel and a purpose counts.
CREATE VIEW v_current_consents AS
SELECT id, organization_id, lead_id, contact_id, customer_id, channel, purpose, address, action, registry, method,
    occurred_at, expires_at
FROM (
    SELECT c.*, row_number() OVER (
        PARTITION BY organization_id, address, channel, purpose ORDER BY occurred_at DESC, created_at DESC, id DESC) AS nth
    FROM consents c) newest
WHERE nth = 1;
