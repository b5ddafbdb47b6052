-- SPDX-License-Identifier: GPL-3.0-or-later
-- The book of a loan officer, for PostgreSQL 15. Its twin is ../sqlite/0001_book.sql.
--
-- The tables stand in the schema keyturn. The schema keyturn_read has a view of the same name for each of them, which
-- delivers the canonical types (json, date and time as text, moments as epoch milliseconds, bool as 0 and 1, scores as
-- float8), so that one query text reads both databases. A uuid stays one: every driver reads and binds it as its text,
-- and a comparison in the table's own type is what an index and row security (only leakproof operators are looked up
-- before it) can use.
--
-- Keys lead with the id, so that a lookup by it alone is a search, and end with the organization: nobody learns from a
-- refused key what another organization has, and no reference leaves its own.

CREATE SCHEMA keyturn;
CREATE SCHEMA keyturn_read;

CREATE TABLE keyturn.schema_migrations (
    version integer PRIMARY KEY,
    name text NOT NULL,
    checksum text NOT NULL CHECK (checksum ~ '^[0-9a-f]{64}$'),
    applied_at timestamptz(3) NOT NULL,
    duration_ms integer NOT NULL
);

-- The tenant. Everything else hangs off it.
CREATE TABLE keyturn.organizations (
    id uuid PRIMARY KEY,
    name text NOT NULL CHECK (length(name) <= 255),
    slug text NOT NULL CHECK (length(slug) <= 80),
    legal_name text CHECK (length(legal_name) <= 255),
    nmls_id text CHECK (length(nmls_id) <= 255),
    description text,
    website text,
    phone text,
    industry text DEFAULT 'mortgage',
    size text,
    address_line1 text,
    address_line2 text,
    city text,
    state text,
    postal_code text,
    timezone text NOT NULL DEFAULT 'America/New_York' CHECK (length(timezone) <= 50),
    settings jsonb NOT NULL DEFAULT '{}',
    subscription_tier text NOT NULL DEFAULT 'free',
    billing_email text CHECK (length(billing_email) <= 255),
    is_active boolean NOT NULL DEFAULT true,
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    version integer NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX uq_organizations_slug ON keyturn.organizations (slug);

CREATE TABLE keyturn.users (
    id uuid NOT NULL,
    organization_id uuid NOT NULL REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    email text NOT NULL CHECK (length(email) <= 255),
    username text NOT NULL CHECK (length(username) <= 80),
    first_name text NOT NULL CHECK (length(first_name) <= 100),
    last_name text NOT NULL CHECK (length(last_name) <= 100),
    role text NOT NULL DEFAULT 'loan_officer'
        CONSTRAINT ck_users_role CHECK (role IN ('system_admin', 'org_admin', 'manager', 'loan_officer',
            'loan_assistant', 'processor', 'marketing', 'viewer', 'service')),
    is_active boolean NOT NULL DEFAULT true,
    is_verified boolean NOT NULL DEFAULT false,
    timezone text NOT NULL DEFAULT 'UTC' CHECK (length(timezone) <= 50),
    preferences jsonb NOT NULL DEFAULT '{}',
    avatar_url text CHECK (length(avatar_url) <= 500),
    job_title text,
    phone text,
    nmls_id text,
    licenses jsonb NOT NULL DEFAULT '[]',
    last_login_at timestamptz(3),
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (id, organization_id)
);
CREATE UNIQUE INDEX uq_users_email ON keyturn.users (organization_id, lower(email));
CREATE UNIQUE INDEX uq_users_username ON keyturn.users (organization_id, username);
CREATE INDEX idx_users_org_role ON keyturn.users (organization_id, role);

CREATE TABLE keyturn.pipelines (
    id uuid NOT NULL,
    organization_id uuid NOT NULL REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    key text NOT NULL CHECK (length(key) <= 60),
    name text NOT NULL CHECK (length(name) <= 120),
    description text,
    is_default boolean NOT NULL DEFAULT false,
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    version integer NOT NULL DEFAULT 1,
    deleted_at timestamptz(3),
    PRIMARY KEY (id, organization_id)
);
CREATE UNIQUE INDEX uq_pipelines_key ON keyturn.pipelines (organization_id, key);
CREATE UNIQUE INDEX uq_pipelines_default ON keyturn.pipelines (organization_id)
    WHERE is_default AND deleted_at IS NULL;

-- A lead stands where leads.stage_id says and nowhere else.
CREATE TABLE keyturn.pipeline_stages (
    id uuid NOT NULL,
    organization_id uuid NOT NULL REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    pipeline_id uuid NOT NULL,
    key text NOT NULL CHECK (length(key) <= 60),
    name text NOT NULL CHECK (length(name) <= 120),
    order_index integer NOT NULL,
    color text NOT NULL DEFAULT '#808080' CHECK (length(color) <= 7),
    kind text NOT NULL DEFAULT 'open'
        CONSTRAINT ck_pipeline_stages_kind CHECK (kind IN ('open', 'won', 'lost', 'on_ice', 'disqualified')),
    win_probability numeric(3,2) NOT NULL DEFAULT 0 CHECK (win_probability BETWEEN 0 AND 1),
    wip_limit integer,
    rot_days integer,
    requires_reason boolean NOT NULL DEFAULT false,
    is_initial boolean NOT NULL DEFAULT false,
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    version integer NOT NULL DEFAULT 1,
    deleted_at timestamptz(3),
    PRIMARY KEY (id, organization_id),
    CONSTRAINT pipeline_stages_pipeline_id_fkey FOREIGN KEY (organization_id, pipeline_id)
        REFERENCES keyturn.pipelines (organization_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX uq_pipeline_stages_key ON keyturn.pipeline_stages (pipeline_id, key, organization_id);
CREATE INDEX idx_pipeline_stages_order ON keyturn.pipeline_stages (pipeline_id, order_index);
CREATE UNIQUE INDEX uq_pipeline_stages_initial ON keyturn.pipeline_stages (pipeline_id, organization_id)
    WHERE is_initial AND deleted_at IS NULL;
CREATE INDEX idx_pipeline_stages_organization_id ON keyturn.pipeline_stages (organization_id);

CREATE TABLE keyturn.contacts (
    id uuid NOT NULL,
    organization_id uuid NOT NULL REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    first_name text CHECK (length(first_name) <= 100),
    last_name text CHECK (length(last_name) <= 100),
    name text NOT NULL CHECK (length(name) <= 255),
    email text CHECK (length(email) <= 255),
    other_emails jsonb NOT NULL DEFAULT '[]',
    other_phones jsonb NOT NULL DEFAULT '[]',
    phone text CHECK (length(phone) <= 40),
    mobile text CHECK (length(mobile) <= 40),
    title text CHECK (length(title) <= 255),
    company text CHECK (length(company) <= 255),
    contact_type text NOT NULL DEFAULT 'person',
    is_referral_partner boolean NOT NULL DEFAULT false,
    partner_status text,
    license_number text CHECK (length(license_number) <= 60),
    linkedin_url text CHECK (length(linkedin_url) <= 500),
    birthday_md text CHECK (length(birthday_md) <= 5),
    google_contact_id text CHECK (length(google_contact_id) <= 200),
    address_line1 text,
    address_line2 text,
    city text,
    state text,
    postal_code text,
    notes text,
    assigned_to uuid,
    do_not_contact boolean NOT NULL DEFAULT false,
    metadata jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    version integer NOT NULL DEFAULT 1,
    deleted_at timestamptz(3),
    PRIMARY KEY (id, organization_id),
    CONSTRAINT contacts_assigned_to_fkey FOREIGN KEY (organization_id, assigned_to)
        REFERENCES keyturn.users (organization_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX idx_contacts_email ON keyturn.contacts (organization_id, lower(email)) WHERE deleted_at IS NULL;
CREATE INDEX idx_contacts_partner ON keyturn.contacts (organization_id, partner_status)
    WHERE is_referral_partner AND deleted_at IS NULL;
CREATE INDEX idx_contacts_google ON keyturn.contacts (google_contact_id) WHERE google_contact_id IS NOT NULL;
CREATE INDEX idx_contacts_organization_id ON keyturn.contacts (organization_id);
CREATE INDEX idx_contacts_assigned_to ON keyturn.contacts (assigned_to) WHERE assigned_to IS NOT NULL;

-- Identity, routing, stage and cached counters. Columns of later tables (integrations, customers …) have no foreign
-- key yet; the migration that brings the table adds it.
CREATE TABLE keyturn.leads (
    id uuid NOT NULL,
    organization_id uuid NOT NULL REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    first_name text CHECK (length(first_name) <= 100),
    last_name text CHECK (length(last_name) <= 100),
    name text NOT NULL CHECK (length(name) <= 255),
    email text CHECK (length(email) <= 255),
    email_shared boolean NOT NULL DEFAULT false,
    phone text CHECK (length(phone) <= 40),
    mobile text CHECK (length(mobile) <= 40),
    birthday_md text CHECK (length(birthday_md) <= 5),
    stage_id uuid NOT NULL,
    stage_entered_at timestamptz(3) NOT NULL,
    exit_reason_code text,
    exit_reason text CHECK (length(exit_reason) <= 500),
    nurture_until date,
    assigned_to uuid,
    source text NOT NULL DEFAULT 'website',
    lead_source text CHECK (length(lead_source) <= 120),
    source_detail text,
    external_lead_id text CHECK (length(external_lead_id) <= 200),
    integration_id uuid,
    import_batch_id uuid,
    referral_partner_id uuid,
    project_id uuid,
    property_id uuid,
    lead_temperature text NOT NULL DEFAULT 'cold'
        CONSTRAINT ck_leads_lead_temperature CHECK (lead_temperature IN ('hot', 'warm', 'cold')),
    interest_level text,
    purchase_readiness text,
    estimated_value_cents bigint,
    estimated_value_currency text NOT NULL DEFAULT 'USD' CHECK (length(estimated_value_currency) <= 3),
    expected_close_date date,
    score integer NOT NULL DEFAULT 0,
    score_calculated_at timestamptz(3),
    total_calls integer NOT NULL DEFAULT 0,
    last_sentiment_score numeric(3,2),
    first_contacted_at timestamptz(3),
    last_contacted_at timestamptz(3),
    last_engagement_at timestamptz(3),
    last_activity_at timestamptz(3),
    converted_at timestamptz(3),
    converted_to_customer_id uuid,
    duplicate_of_id uuid,
    do_not_contact boolean NOT NULL DEFAULT false,
    legal_hold boolean NOT NULL DEFAULT false,
    metadata jsonb NOT NULL DEFAULT '{}',
    raw_data jsonb,
    created_by uuid,
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    version integer NOT NULL DEFAULT 1,
    deleted_at timestamptz(3),
    CONSTRAINT ck_leads_reachable CHECK (email IS NOT NULL OR phone IS NOT NULL OR mobile IS NOT NULL
        OR import_batch_id IS NOT NULL),
    CONSTRAINT ck_leads_score CHECK (score BETWEEN 0 AND 100),
    CONSTRAINT ck_leads_self_duplicate CHECK (duplicate_of_id IS NULL OR duplicate_of_id <> id),
    CONSTRAINT ck_leads_sentiment CHECK (last_sentiment_score BETWEEN -1 AND 1),
    PRIMARY KEY (id, organization_id),
    CONSTRAINT leads_stage_id_fkey FOREIGN KEY (organization_id, stage_id)
        REFERENCES keyturn.pipeline_stages (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT leads_assigned_to_fkey FOREIGN KEY (organization_id, assigned_to)
        REFERENCES keyturn.users (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT leads_referral_partner_id_fkey FOREIGN KEY (organization_id, referral_partner_id)
        REFERENCES keyturn.contacts (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT leads_duplicate_of_id_fkey FOREIGN KEY (organization_id, duplicate_of_id)
        REFERENCES keyturn.leads (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT leads_created_by_fkey FOREIGN KEY (organization_id, created_by)
        REFERENCES keyturn.users (organization_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX idx_leads_org_stage_score ON keyturn.leads (organization_id, stage_id, score DESC)
    WHERE deleted_at IS NULL;
CREATE INDEX idx_leads_assigned_stage ON keyturn.leads (assigned_to, stage_id)
    WHERE assigned_to IS NOT NULL AND deleted_at IS NULL;
CREATE UNIQUE INDEX uq_leads_org_email ON keyturn.leads (organization_id, lower(email))
    WHERE email IS NOT NULL AND deleted_at IS NULL AND NOT email_shared AND duplicate_of_id IS NULL;
CREATE UNIQUE INDEX uq_leads_external ON keyturn.leads (organization_id, coalesce(lead_source, ''), external_lead_id)
    WHERE external_lead_id IS NOT NULL AND deleted_at IS NULL;
-- Who has been silent, counted and listed without visiting the leads.
CREATE INDEX idx_leads_org_last_activity ON keyturn.leads (organization_id, last_activity_at, stage_id, assigned_to)
    WHERE deleted_at IS NULL;
CREATE INDEX idx_leads_name ON keyturn.leads (name);
CREATE INDEX idx_leads_phone ON keyturn.leads (phone) WHERE phone IS NOT NULL;
CREATE INDEX idx_leads_mobile ON keyturn.leads (mobile) WHERE mobile IS NOT NULL;
-- First cards of each column without sorting the column.
CREATE INDEX idx_leads_board ON keyturn.leads (stage_id, stage_entered_at DESC) WHERE deleted_at IS NULL;
-- Nobody has spoken to them yet.
CREATE INDEX idx_leads_new ON keyturn.leads (stage_id, created_at DESC, assigned_to)
    WHERE first_contacted_at IS NULL AND deleted_at IS NULL;
CREATE INDEX idx_leads_close ON keyturn.leads (organization_id, expected_close_date, id)
    WHERE expected_close_date IS NOT NULL AND deleted_at IS NULL;
-- Few: whoever counts what belongs to leads takes those away, instead of visiting every lead.
CREATE INDEX idx_leads_external_lead_id ON keyturn.leads (external_lead_id) WHERE external_lead_id IS NOT NULL;
CREATE INDEX idx_leads_import_batch_id ON keyturn.leads (import_batch_id) WHERE import_batch_id IS NOT NULL;
CREATE INDEX idx_leads_removed ON keyturn.leads (id) WHERE deleted_at IS NOT NULL;
CREATE INDEX idx_leads_organization_id ON keyturn.leads (organization_id);
CREATE INDEX idx_leads_stage_id ON keyturn.leads (stage_id);
CREATE INDEX idx_leads_assigned_to ON keyturn.leads (assigned_to) WHERE assigned_to IS NOT NULL;
CREATE INDEX idx_leads_referral_partner_id ON keyturn.leads (referral_partner_id)
    WHERE referral_partner_id IS NOT NULL;
CREATE INDEX idx_leads_duplicate_of_id ON keyturn.leads (duplicate_of_id) WHERE duplicate_of_id IS NOT NULL;
CREATE INDEX idx_leads_created_by ON keyturn.leads (created_by) WHERE created_by IS NOT NULL;

CREATE TABLE keyturn.lead_profiles (
    id uuid NOT NULL,
    organization_id uuid NOT NULL REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    lead_id uuid NOT NULL,
    company text CHECK (length(company) <= 255),
    job_title text CHECK (length(job_title) <= 255),
    industry text CHECK (length(industry) <= 255),
    company_size text,
    website text CHECK (length(website) <= 500),
    linkedin_url text CHECK (length(linkedin_url) <= 500),
    location text,
    address_line1 text,
    address_line2 text,
    city text,
    state text,
    postal_code text,
    engagement_level text,
    budget_range text CHECK (length(budget_range) <= 50),
    min_budget_cents bigint,
    max_budget_cents bigint,
    timeline text,
    property_type_interest text,
    project_type text,
    preferences jsonb NOT NULL DEFAULT '{}',
    custom_fields jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT ck_lead_profiles_budget CHECK (min_budget_cents <= max_budget_cents),
    PRIMARY KEY (id, organization_id),
    CONSTRAINT lead_profiles_lead_id_fkey FOREIGN KEY (organization_id, lead_id)
        REFERENCES keyturn.leads (organization_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX uq_lead_profiles_lead ON keyturn.lead_profiles (lead_id, organization_id);
CREATE INDEX idx_lead_profiles_organization_id ON keyturn.lead_profiles (organization_id);

-- What the lead wants, and the numbers that not everybody may read.
CREATE TABLE keyturn.lead_loan_scenarios (
    id uuid NOT NULL,
    organization_id uuid NOT NULL REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    lead_id uuid NOT NULL,
    loan_purpose text
        CONSTRAINT ck_lead_loan_scenarios_loan_purpose CHECK (loan_purpose IN ('purchase', 'refinance_rate_term',
            'refinance_cash_out', 'construction', 'home_equity', 'reverse', 'other')),
    loan_program text,
    occupancy text
        CONSTRAINT ck_lead_loan_scenarios_occupancy CHECK (occupancy IN ('primary_residence', 'second_home',
            'investment')),
    property_type text
        CONSTRAINT ck_lead_loan_scenarios_property_type CHECK (property_type IN ('single_family', 'condo',
            'townhouse', 'pud', 'multi_2_4', 'manufactured', 'co_op', 'land', 'other')),
    subject_state text,
    subject_county text,
    subject_postal_code text,
    property_value_cents bigint,
    purchase_price_cents bigint,
    down_payment_cents bigint,
    loan_amount_cents bigint,
    current_balance_cents bigint,
    current_rate_pct3 integer,
    subordinate_balance_cents bigint,
    heloc_line_cents bigint,
    fico_band text
        CONSTRAINT ck_lead_loan_scenarios_fico_band CHECK (fico_band IN ('under_580', '580_619', '620_659', '660_699',
            '700_739', '740_779', '780_plus', 'unknown')),
    fico_score integer,
    fico_source text
        CONSTRAINT ck_lead_loan_scenarios_fico_source CHECK (fico_source IN ('self_reported', 'soft_pull',
            'hard_pull')),
    annual_income_cents bigint,
    monthly_debts_cents bigint,
    income_type text,
    interest_rate_pct3 integer,
    term_months integer,
    amortization text CONSTRAINT ck_lead_loan_scenarios_amortization CHECK (amortization IN ('fixed', 'arm')),
    rate_lock_date date,
    rate_lock_expires_on date,
    target_closing_date date,
    first_time_buyer boolean,
    veteran boolean,
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT ck_lead_loan_scenarios_amounts
        CHECK (property_value_cents >= 0 AND purchase_price_cents >= 0 AND down_payment_cents >= 0 AND loan_amount_cents >= 0),
    CONSTRAINT ck_lead_loan_scenarios_fico_score CHECK (fico_score BETWEEN 300 AND 850),
    CONSTRAINT ck_lead_loan_scenarios_lock CHECK (rate_lock_expires_on >= rate_lock_date),
    PRIMARY KEY (id, organization_id),
    CONSTRAINT lead_loan_scenarios_lead_id_fkey FOREIGN KEY (organization_id, lead_id)
        REFERENCES keyturn.leads (organization_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX uq_lead_loan_scenarios_lead ON keyturn.lead_loan_scenarios (lead_id, organization_id);
CREATE INDEX idx_lead_loan_scenarios_lock_expiry ON keyturn.lead_loan_scenarios
    (organization_id, rate_lock_expires_on, lead_id)
    WHERE rate_lock_expires_on IS NOT NULL;
-- Closings of the coming days.
CREATE INDEX idx_lead_loan_scenarios_closing ON keyturn.lead_loan_scenarios
    (organization_id, target_closing_date, lead_id)
    WHERE target_closing_date IS NOT NULL;
CREATE INDEX idx_lead_loan_scenarios_organization_id ON keyturn.lead_loan_scenarios (organization_id);

CREATE TABLE keyturn.lead_contacts (
    id uuid NOT NULL,
    organization_id uuid NOT NULL REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    lead_id uuid NOT NULL,
    contact_id uuid NOT NULL,
    role text NOT NULL DEFAULT 'other'
        CONSTRAINT ck_lead_contacts_role CHECK (role IN ('primary', 'decision_maker', 'influencer', 'technical',
            'financial', 'end_user', 'other', 'borrower', 'co_borrower', 'co_signer', 'buyers_agent', 'listing_agent',
            'builder', 'title_escrow', 'attorney', 'insurance_agent')),
    is_primary boolean NOT NULL DEFAULT false,
    notes text,
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    version integer NOT NULL DEFAULT 1,
    deleted_at timestamptz(3),
    CONSTRAINT ck_lead_contacts_primary CHECK (role <> 'primary' OR is_primary),
    PRIMARY KEY (id, organization_id),
    CONSTRAINT lead_contacts_lead_id_fkey FOREIGN KEY (organization_id, lead_id)
        REFERENCES keyturn.leads (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT lead_contacts_contact_id_fkey FOREIGN KEY (organization_id, contact_id)
        REFERENCES keyturn.contacts (organization_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX uq_lead_contacts_pair ON keyturn.lead_contacts (lead_id, contact_id, organization_id)
    WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX idx_lead_contacts_primary ON keyturn.lead_contacts (lead_id, organization_id)
    WHERE is_primary AND deleted_at IS NULL;
CREATE INDEX idx_lead_contacts_organization_id ON keyturn.lead_contacts (organization_id);
CREATE INDEX idx_lead_contacts_lead_id ON keyturn.lead_contacts (lead_id);
CREATE INDEX idx_lead_contacts_contact_id ON keyturn.lead_contacts (contact_id);

CREATE TABLE keyturn.lead_notes (
    id uuid NOT NULL,
    organization_id uuid NOT NULL REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    lead_id uuid NOT NULL,
    user_id uuid,
    note_type text NOT NULL DEFAULT 'general'
        CONSTRAINT ck_lead_notes_note_type CHECK (note_type IN ('general', 'meeting', 'call', 'research', 'reminder')),
    content text NOT NULL,
    is_private boolean NOT NULL DEFAULT false,
    is_pinned boolean NOT NULL DEFAULT false,
    mentioned_users jsonb NOT NULL DEFAULT '[]',
    attachments jsonb NOT NULL DEFAULT '[]',
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    version integer NOT NULL DEFAULT 1,
    deleted_at timestamptz(3),
    CONSTRAINT ck_lead_notes_private_mentions CHECK (NOT is_private OR mentioned_users::text = '[]'),
    PRIMARY KEY (id, organization_id),
    CONSTRAINT lead_notes_lead_id_fkey FOREIGN KEY (organization_id, lead_id)
        REFERENCES keyturn.leads (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT lead_notes_user_id_fkey FOREIGN KEY (organization_id, user_id)
        REFERENCES keyturn.users (organization_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX idx_lead_notes_type ON keyturn.lead_notes (lead_id, note_type) WHERE deleted_at IS NULL;
CREATE INDEX idx_lead_notes_created_at ON keyturn.lead_notes (lead_id, created_at DESC) WHERE deleted_at IS NULL;
CREATE INDEX idx_lead_notes_organization_id ON keyturn.lead_notes (organization_id);
CREATE INDEX idx_lead_notes_lead_id ON keyturn.lead_notes (lead_id);
CREATE INDEX idx_lead_notes_user_id ON keyturn.lead_notes (user_id, created_at) WHERE user_id IS NOT NULL;

CREATE TABLE keyturn.lead_assignments (
    id uuid NOT NULL,
    organization_id uuid NOT NULL REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    lead_id uuid NOT NULL,
    assigned_from uuid,
    assigned_to uuid,
    assigned_by uuid,
    reason text CHECK (length(reason) <= 500),
    assigned_at timestamptz(3) NOT NULL,
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    version integer NOT NULL DEFAULT 1 CHECK (version = 1),
    CONSTRAINT ck_lead_assignments_updated CHECK (updated_at = created_at),
    PRIMARY KEY (id, organization_id),
    CONSTRAINT lead_assignments_lead_id_fkey FOREIGN KEY (organization_id, lead_id)
        REFERENCES keyturn.leads (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT lead_assignments_assigned_from_fkey FOREIGN KEY (organization_id, assigned_from)
        REFERENCES keyturn.users (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT lead_assignments_assigned_to_fkey FOREIGN KEY (organization_id, assigned_to)
        REFERENCES keyturn.users (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT lead_assignments_assigned_by_fkey FOREIGN KEY (organization_id, assigned_by)
        REFERENCES keyturn.users (organization_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX idx_lead_assignments_assigned_at ON keyturn.lead_assignments (lead_id, assigned_at DESC);
CREATE INDEX idx_lead_assignments_organization_id ON keyturn.lead_assignments (organization_id);
CREATE INDEX idx_lead_assignments_assigned_from ON keyturn.lead_assignments (assigned_from)
    WHERE assigned_from IS NOT NULL;
CREATE INDEX idx_lead_assignments_assigned_to ON keyturn.lead_assignments (assigned_to) WHERE assigned_to IS NOT NULL;
CREATE INDEX idx_lead_assignments_assigned_by ON keyturn.lead_assignments (assigned_by) WHERE assigned_by IS NOT NULL;

CREATE TABLE keyturn.tags (
    id uuid NOT NULL,
    organization_id uuid NOT NULL REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    name text NOT NULL CHECK (length(name) <= 60),
    color text NOT NULL DEFAULT '#808080' CHECK (length(color) <= 7),
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    version integer NOT NULL DEFAULT 1,
    deleted_at timestamptz(3),
    PRIMARY KEY (id, organization_id)
);
CREATE UNIQUE INDEX uq_tags_name ON keyturn.tags (organization_id, lower(name)) WHERE deleted_at IS NULL;
CREATE INDEX idx_tags_organization_id ON keyturn.tags (organization_id);

CREATE TABLE keyturn.lead_tags (
    id uuid NOT NULL,
    organization_id uuid NOT NULL REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    lead_id uuid NOT NULL,
    tag_id uuid NOT NULL,
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    version integer NOT NULL DEFAULT 1,
    deleted_at timestamptz(3),
    PRIMARY KEY (id, organization_id),
    CONSTRAINT lead_tags_lead_id_fkey FOREIGN KEY (organization_id, lead_id)
        REFERENCES keyturn.leads (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT lead_tags_tag_id_fkey FOREIGN KEY (organization_id, tag_id)
        REFERENCES keyturn.tags (organization_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX uq_lead_tags_pair ON keyturn.lead_tags (lead_id, tag_id, organization_id)
    WHERE deleted_at IS NULL;
CREATE INDEX idx_lead_tags_organization_id ON keyturn.lead_tags (organization_id);
CREATE INDEX idx_lead_tags_lead_id ON keyturn.lead_tags (lead_id);
CREATE INDEX idx_lead_tags_tag_id ON keyturn.lead_tags (tag_id);

-- Imports: what was read and what became of its rows. How to take one back is kept at the desk that made it.
CREATE TABLE keyturn.import_batches (
    id uuid NOT NULL,
    organization_id uuid NOT NULL REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    source_name text NOT NULL CHECK (length(source_name) <= 255),
    format text NOT NULL
        CONSTRAINT ck_import_batches_format CHECK (format IN ('csv', 'xlsx', 'vcard', 'json', 'api')),
    file_sha256 text CHECK (length(file_sha256) = 64),
    mapping jsonb NOT NULL DEFAULT '{}',
    status text NOT NULL DEFAULT 'running'
        CONSTRAINT ck_import_batches_status CHECK (status IN ('preview', 'running', 'completed', 'failed', 'undone')),
    rows_total integer NOT NULL DEFAULT 0,
    rows_created integer NOT NULL DEFAULT 0,
    rows_updated integer NOT NULL DEFAULT 0,
    rows_duplicate integer NOT NULL DEFAULT 0,
    rows_failed integer NOT NULL DEFAULT 0,
    errors jsonb NOT NULL DEFAULT '[]',
    default_consent_evidence text,
    created_by uuid,
    started_at timestamptz(3),
    finished_at timestamptz(3),
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    version integer NOT NULL DEFAULT 1,
    deleted_at timestamptz(3),
    PRIMARY KEY (id, organization_id),
    CONSTRAINT import_batches_created_by_fkey FOREIGN KEY (organization_id, created_by)
        REFERENCES keyturn.users (organization_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX idx_import_batches_organization_id ON keyturn.import_batches (organization_id);
CREATE INDEX idx_import_batches_created_by ON keyturn.import_batches (created_by) WHERE created_by IS NOT NULL;
CREATE INDEX idx_import_batches_file ON keyturn.import_batches (file_sha256, status);

CREATE TABLE keyturn.tasks (
    id uuid NOT NULL,
    organization_id uuid NOT NULL REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    lead_id uuid,
    customer_id uuid,
    application_id uuid,
    contact_id uuid,
    title text NOT NULL CHECK (length(title) <= 255),
    description text,
    task_type text NOT NULL DEFAULT 'follow_up',
    due_date date,
    due_time time(0),
    due_at timestamptz(3),
    reminder_at timestamptz(3),
    recurrence_rule text,
    priority text NOT NULL DEFAULT 'medium' CONSTRAINT ck_tasks_priority CHECK (priority IN ('low', 'medium', 'high')),
    status text NOT NULL DEFAULT 'pending'
        CONSTRAINT ck_tasks_status CHECK (status IN ('pending', 'completed', 'cancelled')),
    completed_at timestamptz(3),
    completed_by uuid,
    assigned_to uuid,
    created_by uuid,
    action_id uuid,
    workflow_execution_id uuid,
    note_id uuid,
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    version integer NOT NULL DEFAULT 1,
    deleted_at timestamptz(3),
    PRIMARY KEY (id, organization_id),
    CONSTRAINT tasks_lead_id_fkey FOREIGN KEY (organization_id, lead_id)
        REFERENCES keyturn.leads (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT tasks_contact_id_fkey FOREIGN KEY (organization_id, contact_id)
        REFERENCES keyturn.contacts (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT tasks_completed_by_fkey FOREIGN KEY (organization_id, completed_by)
        REFERENCES keyturn.users (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT tasks_assigned_to_fkey FOREIGN KEY (organization_id, assigned_to)
        REFERENCES keyturn.users (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT tasks_created_by_fkey FOREIGN KEY (organization_id, created_by)
        REFERENCES keyturn.users (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT tasks_note_id_fkey FOREIGN KEY (organization_id, note_id)
        REFERENCES keyturn.lead_notes (organization_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX idx_tasks_assigned_due ON keyturn.tasks (assigned_to, due_at, lead_id)
    WHERE status = 'pending' AND deleted_at IS NULL;
CREATE INDEX idx_tasks_lead_status ON keyturn.tasks (lead_id, status) WHERE deleted_at IS NULL;
-- Covers the next open task of every lead, so that a list of a million leads never visits the tasks themselves.
CREATE INDEX idx_tasks_next ON keyturn.tasks (lead_id, due_at, title, task_type, due_time)
    WHERE status = 'pending' AND lead_id IS NOT NULL AND deleted_at IS NULL;
-- Cards with the nearest due task first.
CREATE INDEX idx_tasks_due ON keyturn.tasks (due_at, lead_id) WHERE status = 'pending' AND deleted_at IS NULL;
CREATE INDEX idx_tasks_organization_id ON keyturn.tasks (organization_id);
CREATE INDEX idx_tasks_lead_id ON keyturn.tasks (lead_id) WHERE lead_id IS NOT NULL;
CREATE INDEX idx_tasks_contact_id ON keyturn.tasks (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX idx_tasks_completed_by ON keyturn.tasks (completed_by, completed_at) WHERE completed_by IS NOT NULL;
CREATE INDEX idx_tasks_assigned_to ON keyturn.tasks (assigned_to) WHERE assigned_to IS NOT NULL;
CREATE INDEX idx_tasks_created_by ON keyturn.tasks (created_by) WHERE created_by IS NOT NULL;
CREATE INDEX idx_tasks_note_id ON keyturn.tasks (note_id) WHERE note_id IS NOT NULL;

CREATE TABLE keyturn.documents (
    id uuid NOT NULL,
    organization_id uuid NOT NULL REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    lead_id uuid,
    customer_id uuid,
    application_id uuid,
    contact_id uuid,
    communication_id uuid,
    email_message_id uuid,
    file_name text NOT NULL CHECK (length(file_name) <= 255),
    file_url text NOT NULL CHECK (length(file_url) <= 1000),
    file_type text CHECK (length(file_type) <= 120),
    file_size bigint,
    file_sha256 text CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
    document_type text NOT NULL DEFAULT 'other',
    title text,
    description text,
    is_sensitive boolean NOT NULL DEFAULT false,
    uploaded_by uuid,
    viewed_at timestamptz(3),
    signed_at timestamptz(3),
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    version integer NOT NULL DEFAULT 1,
    deleted_at timestamptz(3),
    CONSTRAINT ck_documents_file_size CHECK (file_size >= 0),
    PRIMARY KEY (id, organization_id),
    CONSTRAINT documents_lead_id_fkey FOREIGN KEY (organization_id, lead_id)
        REFERENCES keyturn.leads (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT documents_contact_id_fkey FOREIGN KEY (organization_id, contact_id)
        REFERENCES keyturn.contacts (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT documents_uploaded_by_fkey FOREIGN KEY (organization_id, uploaded_by)
        REFERENCES keyturn.users (organization_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX idx_documents_type ON keyturn.documents (organization_id, document_type) WHERE deleted_at IS NULL;
CREATE INDEX idx_documents_organization_id ON keyturn.documents (organization_id);
CREATE INDEX idx_documents_lead_id ON keyturn.documents (lead_id) WHERE lead_id IS NOT NULL;
CREATE INDEX idx_documents_contact_id ON keyturn.documents (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX idx_documents_communication_id ON keyturn.documents (communication_id)
    WHERE communication_id IS NOT NULL;
CREATE INDEX idx_documents_uploaded_by ON keyturn.documents (uploaded_by) WHERE uploaded_by IS NOT NULL;

-- Bytes by their SHA-256, stored once.
CREATE TABLE keyturn.document_contents (
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    organization_id uuid NOT NULL REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    size bigint NOT NULL,
    data bytea NOT NULL,
    created_at timestamptz(3) NOT NULL,
    PRIMARY KEY (sha256, organization_id)
);
CREATE INDEX idx_document_contents_organization_id ON keyturn.document_contents (organization_id);

CREATE TABLE keyturn.consents (
    id uuid NOT NULL,
    organization_id uuid NOT NULL REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    lead_id uuid,
    contact_id uuid,
    customer_id uuid,
    channel text NOT NULL
        CONSTRAINT ck_consents_channel CHECK (channel IN ('email', 'call', 'autodialed_call', 'sms', 'whatsapp',
            'mail', 'call_recording', 'electronic_delivery')),
    purpose text NOT NULL DEFAULT 'marketing'
        CONSTRAINT ck_consents_purpose CHECK (purpose IN ('marketing', 'transactional', 'any')),
    address text NOT NULL CHECK (length(address) <= 255),
    action text NOT NULL
        CONSTRAINT ck_consents_action CHECK (action IN ('granted', 'revoked', 'dnc_listed', 'dnc_cleared')),
    registry text CONSTRAINT ck_consents_registry CHECK (registry IN ('internal', 'state', 'national', 'litigator')),
    method text NOT NULL,
    wording text,
    wording_version text CHECK (length(wording_version) <= 40),
    evidence_document_id uuid,
    certificate_id text CHECK (length(certificate_id) <= 255),
    ip_address text,
    user_agent text,
    source_url text,
    recorded_by uuid,
    occurred_at timestamptz(3) NOT NULL,
    expires_at timestamptz(3),
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    version integer NOT NULL DEFAULT 1 CHECK (version = 1),
    CONSTRAINT ck_consents_updated CHECK (updated_at = created_at),
    CONSTRAINT ck_consents_about CHECK (lead_id IS NOT NULL OR contact_id IS NOT NULL OR customer_id IS NOT NULL),
    PRIMARY KEY (id, organization_id),
    CONSTRAINT consents_lead_id_fkey FOREIGN KEY (organization_id, lead_id)
        REFERENCES keyturn.leads (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT consents_contact_id_fkey FOREIGN KEY (organization_id, contact_id)
        REFERENCES keyturn.contacts (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT consents_evidence_document_id_fkey FOREIGN KEY (organization_id, evidence_document_id)
        REFERENCES keyturn.documents (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT consents_recorded_by_fkey FOREIGN KEY (organization_id, recorded_by)
        REFERENCES keyturn.users (organization_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX idx_consents_address ON keyturn.consents (organization_id, address, channel, occurred_at DESC);
CREATE INDEX idx_consents_lead_time ON keyturn.consents (lead_id, occurred_at DESC);
CREATE INDEX idx_consents_contact_id ON keyturn.consents (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX idx_consents_evidence_document_id ON keyturn.consents (evidence_document_id)
    WHERE evidence_document_id IS NOT NULL;
CREATE INDEX idx_consents_recorded_by ON keyturn.consents (recorded_by) WHERE recorded_by IS NOT NULL;

CREATE TABLE keyturn.communications (
    id uuid NOT NULL,
    organization_id uuid NOT NULL REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    lead_id uuid,
    contact_id uuid,
    customer_id uuid,
    user_id uuid,
    communication_type text NOT NULL
        CONSTRAINT ck_communications_communication_type CHECK (communication_type IN ('email', 'call', 'meeting',
            'linkedin', 'sms', 'whatsapp', 'letter')),
    direction text NOT NULL CONSTRAINT ck_communications_direction CHECK (direction IN ('inbound', 'outbound')),
    purpose text NOT NULL DEFAULT 'transactional'
        CONSTRAINT ck_communications_purpose CHECK (purpose IN ('marketing', 'transactional')),
    subject text CHECK (length(subject) <= 500),
    content text,
    status text NOT NULL DEFAULT 'completed'
        CONSTRAINT ck_communications_status CHECK (status IN ('draft', 'scheduled', 'queued', 'sending', 'completed',
            'failed', 'cancelled')),
    scheduled_at timestamptz(3),
    completed_at timestamptz(3),
    duration_seconds integer,
    outcome text,
    from_address text CHECK (length(from_address) <= 255),
    to_address text CHECK (length(to_address) <= 255),
    email_opened boolean NOT NULL DEFAULT false,
    email_clicked boolean NOT NULL DEFAULT false,
    email_message_id uuid,
    meeting_id uuid,
    template_id uuid,
    campaign_id uuid,
    workflow_execution_id uuid,
    action_id uuid,
    consent_id uuid,
    sentiment_score numeric(3,2),
    recording_url text,
    transcript text,
    attempts integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz(3),
    claim_expires_at timestamptz(3),
    claimed_by uuid,
    error_message text,
    metadata jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    version integer NOT NULL DEFAULT 1,
    deleted_at timestamptz(3),
    CONSTRAINT ck_communications_about
        CHECK (lead_id IS NOT NULL OR contact_id IS NOT NULL OR customer_id IS NOT NULL),
    CONSTRAINT ck_communications_scheduled CHECK (status <> 'scheduled' OR scheduled_at IS NOT NULL),
    CONSTRAINT ck_communications_completed CHECK (status <> 'completed' OR completed_at IS NOT NULL),
    CONSTRAINT ck_communications_sentiment CHECK (sentiment_score BETWEEN -1 AND 1),
    PRIMARY KEY (id, organization_id),
    CONSTRAINT communications_lead_id_fkey FOREIGN KEY (organization_id, lead_id)
        REFERENCES keyturn.leads (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT communications_contact_id_fkey FOREIGN KEY (organization_id, contact_id)
        REFERENCES keyturn.contacts (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT communications_user_id_fkey FOREIGN KEY (organization_id, user_id)
        REFERENCES keyturn.users (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT communications_consent_id_fkey FOREIGN KEY (organization_id, consent_id)
        REFERENCES keyturn.consents (organization_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX idx_communications_type ON keyturn.communications (organization_id, communication_type);
CREATE INDEX idx_communications_scheduled_at ON keyturn.communications (scheduled_at)
    WHERE status IN ('scheduled', 'queued') AND deleted_at IS NULL;
CREATE INDEX idx_communications_lead_type_date ON keyturn.communications (lead_id, communication_type, completed_at DESC);
CREATE INDEX idx_communications_contact_id ON keyturn.communications (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX idx_communications_user_id ON keyturn.communications (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX idx_communications_consent_id ON keyturn.communications (consent_id) WHERE consent_id IS NOT NULL;

-- The log. Append-only, hash-chained per device, one partition a month. Months without a partition of their own lie in
-- the default one.
CREATE TABLE keyturn.lead_activities (
    id uuid NOT NULL,
    organization_id uuid NOT NULL REFERENCES keyturn.organizations (id) DEFERRABLE INITIALLY DEFERRED,
    lead_id uuid,
    activity_type text NOT NULL,
    title text NOT NULL CHECK (length(title) <= 200),
    description text,
    from_stage text CHECK (length(from_stage) <= 60),
    to_stage text CHECK (length(to_stage) <= 60),
    from_stage_id uuid,
    to_stage_id uuid,
    metadata jsonb NOT NULL DEFAULT '{}',
    actor_type text NOT NULL DEFAULT 'user'
        CONSTRAINT ck_lead_activities_actor_type CHECK (actor_type IN ('user', 'system', 'ai', 'external')),
    actor_id uuid,
    created_by uuid,
    email_id uuid,
    meeting_id uuid,
    action_id uuid,
    communication_id uuid,
    is_highlight boolean NOT NULL DEFAULT false,
    occurred_at timestamptz(3) NOT NULL,
    device_id uuid NOT NULL,
    device_seq bigint NOT NULL,
    prev_hash text NOT NULL CHECK (length(prev_hash) = 64 AND ltrim(prev_hash, '0123456789abcdef') = ''),
    hash text NOT NULL CHECK (length(hash) = 64 AND ltrim(hash, '0123456789abcdef') = ''),
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    version integer NOT NULL DEFAULT 1 CHECK (version = 1),
    CONSTRAINT ck_lead_activities_updated CHECK (updated_at = created_at),
    CONSTRAINT ck_lead_activities_lead
        CHECK (lead_id IS NOT NULL OR activity_type IN ('integration_synced', 'integration_failed', 'import_completed', 'campaign_status_changed')),
    CONSTRAINT ck_lead_activities_chain CHECK (device_seq > 0),
    PRIMARY KEY (id, organization_id, created_at),
    CONSTRAINT lead_activities_lead_id_fkey FOREIGN KEY (organization_id, lead_id)
        REFERENCES keyturn.leads (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT lead_activities_created_by_fkey FOREIGN KEY (organization_id, created_by)
        REFERENCES keyturn.users (organization_id, id) DEFERRABLE INITIALLY DEFERRED
) PARTITION BY RANGE (created_at);
CREATE TABLE keyturn.lead_activities_default PARTITION OF keyturn.lead_activities DEFAULT;
CREATE INDEX lead_activities_lead_time_idx ON keyturn.lead_activities (lead_id, created_at);
-- Timeline pages are cut by (occurred_at, id).
CREATE INDEX idx_lead_activities_timeline ON keyturn.lead_activities (lead_id, occurred_at DESC, id DESC);
CREATE INDEX idx_lead_activities_lead_type_date ON keyturn.lead_activities (lead_id, activity_type, created_at DESC);
CREATE INDEX idx_lead_activities_type ON keyturn.lead_activities (organization_id, activity_type, occurred_at DESC);
CREATE INDEX idx_lead_activities_org_time ON keyturn.lead_activities (organization_id, created_at DESC);
CREATE INDEX idx_lead_activities_highlights ON keyturn.lead_activities (lead_id, occurred_at DESC) WHERE is_highlight;
CREATE INDEX idx_lead_activities_user_time ON keyturn.lead_activities (created_by, created_at, activity_type);
CREATE INDEX idx_lead_activities_email ON keyturn.lead_activities (email_id) WHERE email_id IS NOT NULL;
CREATE INDEX idx_lead_activities_meeting ON keyturn.lead_activities (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE UNIQUE INDEX uq_lead_activities_chain ON keyturn.lead_activities
    (device_id, device_seq, organization_id, created_at);

-- My own order of cards. Of this desk, never synced.
CREATE TABLE keyturn.board_positions (
    lead_id uuid PRIMARY KEY,
    stage_id uuid NOT NULL,
    rank bigint NOT NULL
);
CREATE INDEX idx_board_positions_stage ON keyturn.board_positions (stage_id, rank);

-- Commands that can be taken back, across restarts. Of this desk, never synced.
CREATE TABLE keyturn.undo_stack (
    seq bigint PRIMARY KEY,
    command text NOT NULL,
    summary text NOT NULL,
    change_set jsonb NOT NULL,
    inverse jsonb NOT NULL DEFAULT '{}',
    op_id uuid,
    state text NOT NULL DEFAULT 'done' CONSTRAINT ck_undo_stack_state CHECK (state IN ('done', 'undone')),
    created_at timestamptz(3) NOT NULL
);
-- A change set can be megabytes: what is on top is found without walking through any.
CREATE INDEX idx_undo_stack_state ON keyturn.undo_stack (state, seq, summary);

-- Facts of this desk: device id, head of its activity chain.
CREATE TABLE keyturn.local_settings (
    key text PRIMARY KEY,
    value jsonb NOT NULL,
    updated_at timestamptz(3) NOT NULL
);

ALTER TABLE keyturn.documents ADD CONSTRAINT documents_communication_id_fkey
    FOREIGN KEY (organization_id, communication_id)
        REFERENCES keyturn.communications (organization_id, id) DEFERRABLE INITIALLY DEFERRED;

-- Every update raises the version by one and takes the server's time; a wrong version is somebody else's change.
-- Arguments: derived columns. An update of these alone passes untouched, and so does one of the revision (0002_team).
CREATE FUNCTION keyturn.check_version() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF new.version <> old.version + 1 THEN
        IF to_jsonb(new) - TG_ARGV - 'rev' = to_jsonb(old) - TG_ARGV - 'rev' THEN
            RETURN new;
        END IF;
        RAISE EXCEPTION 'version % does not follow version % of %', new.version, old.version, TG_TABLE_NAME
            USING ERRCODE = 'serialization_failure';
    END IF;
    new.updated_at := clock_timestamp();
    RETURN new;
END
$$;
CREATE TRIGGER update_organizations_modtime BEFORE UPDATE ON keyturn.organizations
    FOR EACH ROW EXECUTE FUNCTION keyturn.check_version();
CREATE TRIGGER update_users_modtime BEFORE UPDATE ON keyturn.users
    FOR EACH ROW EXECUTE FUNCTION keyturn.check_version('last_login_at');
CREATE TRIGGER update_pipelines_modtime BEFORE UPDATE ON keyturn.pipelines
    FOR EACH ROW EXECUTE FUNCTION keyturn.check_version();
CREATE TRIGGER update_pipeline_stages_modtime BEFORE UPDATE ON keyturn.pipeline_stages
    FOR EACH ROW EXECUTE FUNCTION keyturn.check_version();
CREATE TRIGGER update_contacts_modtime BEFORE UPDATE ON keyturn.contacts
    FOR EACH ROW EXECUTE FUNCTION keyturn.check_version();
-- An update of derived columns alone, one with each entry of the log, need not be looked at.
DO $$
DECLARE
    derived constant text[] := ARRAY['score', 'score_calculated_at', 'total_calls', 'last_sentiment_score',
        'first_contacted_at', 'last_contacted_at', 'last_engagement_at', 'last_activity_at'];
BEGIN
    EXECUTE format('CREATE TRIGGER update_leads_modtime BEFORE UPDATE OF %s ON keyturn.leads '
        'FOR EACH ROW EXECUTE FUNCTION keyturn.check_version(%s)',
        (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
            WHERE a.attrelid = 'keyturn.leads'::regclass AND a.attnum > 0 AND NOT a.attisdropped
                AND a.attname <> ALL (derived)),
        (SELECT string_agg(quote_literal(d), ', ') FROM unnest(derived) d));
END
$$;
CREATE TRIGGER update_lead_profiles_modtime BEFORE UPDATE ON keyturn.lead_profiles
    FOR EACH ROW EXECUTE FUNCTION keyturn.check_version();
CREATE TRIGGER update_lead_loan_scenarios_modtime BEFORE UPDATE ON keyturn.lead_loan_scenarios
    FOR EACH ROW EXECUTE FUNCTION keyturn.check_version();
CREATE TRIGGER update_lead_contacts_modtime BEFORE UPDATE ON keyturn.lead_contacts
    FOR EACH ROW EXECUTE FUNCTION keyturn.check_version();
CREATE TRIGGER update_lead_notes_modtime BEFORE UPDATE ON keyturn.lead_notes
    FOR EACH ROW EXECUTE FUNCTION keyturn.check_version();
CREATE TRIGGER update_tags_modtime BEFORE UPDATE ON keyturn.tags
    FOR EACH ROW EXECUTE FUNCTION keyturn.check_version();
CREATE TRIGGER update_lead_tags_modtime BEFORE UPDATE ON keyturn.lead_tags
    FOR EACH ROW EXECUTE FUNCTION keyturn.check_version();
CREATE TRIGGER update_import_batches_modtime BEFORE UPDATE ON keyturn.import_batches
    FOR EACH ROW EXECUTE FUNCTION keyturn.check_version();
CREATE TRIGGER update_tasks_modtime BEFORE UPDATE ON keyturn.tasks
    FOR EACH ROW EXECUTE FUNCTION keyturn.check_version();
CREATE TRIGGER update_documents_modtime BEFORE UPDATE ON keyturn.documents
    FOR EACH ROW EXECUTE FUNCTION keyturn.check_version();
CREATE TRIGGER update_communications_modtime BEFORE UPDATE ON keyturn.communications
    FOR EACH ROW EXECUTE FUNCTION keyturn.check_version('email_opened', 'email_clicked');

-- What was logged stays logged.
CREATE FUNCTION keyturn.refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER lead_activities_append_only BEFORE UPDATE OR DELETE ON keyturn.lead_activities
    FOR EACH ROW EXECUTE FUNCTION keyturn.refuse_change();
CREATE TRIGGER lead_activities_no_truncate BEFORE TRUNCATE ON keyturn.lead_activities
    FOR EACH STATEMENT EXECUTE FUNCTION keyturn.refuse_change();
CREATE TRIGGER lead_assignments_append_only BEFORE UPDATE OR DELETE ON keyturn.lead_assignments
    FOR EACH ROW EXECUTE FUNCTION keyturn.refuse_change();
CREATE TRIGGER lead_assignments_no_truncate BEFORE TRUNCATE ON keyturn.lead_assignments
    FOR EACH STATEMENT EXECUTE FUNCTION keyturn.refuse_change();
CREATE TRIGGER consents_append_only BEFORE UPDATE OR DELETE ON keyturn.consents
    FOR EACH ROW EXECUTE FUNCTION keyturn.refuse_change();
CREATE TRIGGER consents_no_truncate BEFORE TRUNCATE ON keyturn.consents
    FOR EACH STATEMENT EXECUTE FUNCTION keyturn.refuse_change();
CREATE TRIGGER document_contents_no_update BEFORE UPDATE ON keyturn.document_contents
    FOR EACH ROW EXECUTE FUNCTION keyturn.refuse_change();

-- Derived columns. They follow their sources and never bump a version.
CREATE FUNCTION keyturn.derive_from_activities() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    UPDATE keyturn.leads l SET last_activity_at = greatest(l.last_activity_at, f.happened),
        last_engagement_at = greatest(l.last_engagement_at, f.engaged)
    FROM (SELECT a.lead_id, max(a.occurred_at) AS happened,
            max(a.occurred_at) FILTER (WHERE a.activity_type IN ('email_received', 'email_opened', 'email_clicked',
                'email_replied', 'sms_received', 'whatsapp_received', 'form_submitted', 'website_visit',
                'campaign_responded', 'proposal_viewed', 'contract_signed')) AS engaged
        FROM fresh a WHERE a.lead_id IS NOT NULL GROUP BY a.lead_id) f
    WHERE l.id = f.lead_id AND (l.last_activity_at IS NULL OR l.last_activity_at < f.happened
        OR f.engaged IS NOT NULL AND (l.last_engagement_at IS NULL OR l.last_engagement_at < f.engaged));
    RETURN NULL;
END
$$;
CREATE TRIGGER lead_activities_derive AFTER INSERT ON keyturn.lead_activities
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION keyturn.derive_from_activities();

-- All of it, from all that is known of a lead and of those that were merged into it, whoever may see them.
CREATE FUNCTION keyturn.derive_lead(lead uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE keyturn.leads l SET (total_calls, first_contacted_at, last_contacted_at) = (
            SELECT count(*) FILTER (WHERE c.communication_type = 'call'),
                min(c.completed_at) FILTER (WHERE c.direction = 'outbound' OR c.communication_type IN ('call', 'meeting')),
                max(c.completed_at) FILTER (WHERE c.direction = 'outbound' OR c.communication_type IN ('call', 'meeting'))
            FROM keyturn.communications c
            WHERE c.lead_id = lead AND c.status = 'completed' AND c.deleted_at IS NULL),
        last_sentiment_score = (
            SELECT c.sentiment_score FROM keyturn.communications c
            WHERE c.lead_id = lead AND c.sentiment_score IS NOT NULL AND c.status = 'completed' AND c.deleted_at IS NULL
            ORDER BY c.completed_at DESC, c.id DESC LIMIT 1),
        (last_activity_at, last_engagement_at) = (
            SELECT max(a.occurred_at), greatest(max(a.occurred_at) FILTER (WHERE a.activity_type IN ('email_received',
                    'email_opened', 'email_clicked', 'email_replied', 'sms_received', 'whatsapp_received',
                    'form_submitted', 'website_visit', 'campaign_responded', 'proposal_viewed', 'contract_signed')),
                (SELECT max(c.completed_at) FROM keyturn.communications c
                    WHERE c.lead_id = lead AND c.direction = 'inbound' AND c.status = 'completed' AND c.deleted_at IS NULL))
            FROM keyturn.lead_activities a
            WHERE a.lead_id = ANY(lead || ARRAY(
                SELECT m.id FROM keyturn.leads m WHERE m.duplicate_of_id = lead AND m.deleted_at IS NOT NULL)))
    WHERE l.id = lead;
END
$$;

CREATE FUNCTION keyturn.derive_from_communication() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    PERFORM keyturn.derive_lead(new.lead_id);
    RETURN NULL;
END
$$;
CREATE TRIGGER communications_derive_insert AFTER INSERT ON keyturn.communications FOR EACH ROW
    WHEN (new.lead_id IS NOT NULL AND new.status = 'completed' AND new.deleted_at IS NULL)
    EXECUTE FUNCTION keyturn.derive_from_communication();
CREATE TRIGGER communications_derive_update
    AFTER UPDATE OF lead_id, communication_type, direction, status, completed_at, sentiment_score, deleted_at
    ON keyturn.communications FOR EACH ROW
    WHEN (new.lead_id IS NOT NULL) EXECUTE FUNCTION keyturn.derive_from_communication();

CREATE VIEW keyturn_read.organizations WITH (security_invoker = true) AS
SELECT
    id,
    name,
    slug,
    legal_name,
    nmls_id,
    description,
    website,
    phone,
    industry,
    size,
    address_line1,
    address_line2,
    city,
    state,
    postal_code,
    timezone,
    settings::text AS settings,
    subscription_tier,
    billing_email,
    is_active::integer AS is_active,
    (extract(epoch FROM created_at) * 1000)::bigint AS created_at,
    (extract(epoch FROM updated_at) * 1000)::bigint AS updated_at,
    version
FROM keyturn.organizations;

CREATE VIEW keyturn_read.users WITH (security_invoker = true) AS
SELECT
    id,
    organization_id,
    email,
    username,
    first_name,
    last_name,
    role,
    is_active::integer AS is_active,
    is_verified::integer AS is_verified,
    timezone,
    preferences::text AS preferences,
    avatar_url,
    job_title,
    phone,
    nmls_id,
    licenses::text AS licenses,
    (extract(epoch FROM last_login_at) * 1000)::bigint AS last_login_at,
    (extract(epoch FROM created_at) * 1000)::bigint AS created_at,
    (extract(epoch FROM updated_at) * 1000)::bigint AS updated_at,
    version
FROM keyturn.users;

CREATE VIEW keyturn_read.pipelines WITH (security_invoker = true) AS
SELECT
    id,
    organization_id,
    key,
    name,
    description,
    is_default::integer AS is_default,
    (extract(epoch FROM created_at) * 1000)::bigint AS created_at,
    (extract(epoch FROM updated_at) * 1000)::bigint AS updated_at,
    version,
    (extract(epoch FROM deleted_at) * 1000)::bigint AS deleted_at
FROM keyturn.pipelines;

CREATE VIEW keyturn_read.pipeline_stages WITH (security_invoker = true) AS
SELECT
    id,
    organization_id,
    pipeline_id,
    key,
    name,
    order_index,
    color,
    kind,
    win_probability::float8 AS win_probability,
    wip_limit,
    rot_days,
    requires_reason::integer AS requires_reason,
    is_initial::integer AS is_initial,
    (extract(epoch FROM created_at) * 1000)::bigint AS created_at,
    (extract(epoch FROM updated_at) * 1000)::bigint AS updated_at,
    version,
    (extract(epoch FROM deleted_at) * 1000)::bigint AS deleted_at
FROM keyturn.pipeline_stages;

CREATE VIEW keyturn_read.contacts WITH (security_invoker = true) AS
SELECT
    id,
    organization_id,
    first_name,
    last_name,
    name,
    email,
    other_emails::text AS other_emails,
    other_phones::text AS other_phones,
    phone,
    mobile,
    title,
    company,
    contact_type,
    is_referral_partner::integer AS is_referral_partner,
    partner_status,
    license_number,
    linkedin_url,
    birthday_md,
    google_contact_id,
    address_line1,
    address_line2,
    city,
    state,
    postal_code,
    notes,
    assigned_to,
    do_not_contact::integer AS do_not_contact,
    metadata::text AS metadata,
    (extract(epoch FROM created_at) * 1000)::bigint AS created_at,
    (extract(epoch FROM updated_at) * 1000)::bigint AS updated_at,
    version,
    (extract(epoch FROM deleted_at) * 1000)::bigint AS deleted_at
FROM keyturn.contacts;

CREATE VIEW keyturn_read.leads WITH (security_invoker = true) AS
SELECT
    id,
    organization_id,
    first_name,
    last_name,
    name,
    email,
    email_shared::integer AS email_shared,
    phone,
    mobile,
    birthday_md,
    stage_id,
    (extract(epoch FROM stage_entered_at) * 1000)::bigint AS stage_entered_at,
    exit_reason_code,
    exit_reason,
    to_char(nurture_until, 'YYYY-MM-DD') AS nurture_until,
    assigned_to,
    source,
    lead_source,
    source_detail,
    external_lead_id,
    integration_id,
    import_batch_id,
    referral_partner_id,
    project_id,
    property_id,
    lead_temperature,
    interest_level,
    purchase_readiness,
    estimated_value_cents,
    estimated_value_currency,
    to_char(expected_close_date, 'YYYY-MM-DD') AS expected_close_date,
    score,
    (extract(epoch FROM score_calculated_at) * 1000)::bigint AS score_calculated_at,
    total_calls,
    last_sentiment_score::float8 AS last_sentiment_score,
    (extract(epoch FROM first_contacted_at) * 1000)::bigint AS first_contacted_at,
    (extract(epoch FROM last_contacted_at) * 1000)::bigint AS last_contacted_at,
    (extract(epoch FROM last_engagement_at) * 1000)::bigint AS last_engagement_at,
    (extract(epoch FROM last_activity_at) * 1000)::bigint AS last_activity_at,
    (extract(epoch FROM converted_at) * 1000)::bigint AS converted_at,
    converted_to_customer_id,
    duplicate_of_id,
    do_not_contact::integer AS do_not_contact,
    legal_hold::integer AS legal_hold,
    metadata::text AS metadata,
    raw_data::text AS raw_data,
    created_by,
    (extract(epoch FROM created_at) * 1000)::bigint AS created_at,
    (extract(epoch FROM updated_at) * 1000)::bigint AS updated_at,
    version,
    (extract(epoch FROM deleted_at) * 1000)::bigint AS deleted_at
FROM keyturn.leads;

CREATE VIEW keyturn_read.lead_profiles WITH (security_invoker = true) AS
SELECT
    id,
    organization_id,
    lead_id,
    company,
    job_title,
    industry,
    company_size,
    website,
    linkedin_url,
    location,
    address_line1,
    address_line2,
    city,
    state,
    postal_code,
    engagement_level,
    budget_range,
    min_budget_cents,
    max_budget_cents,
    timeline,
    property_type_interest,
    project_type,
    preferences::text AS preferences,
    custom_fields::text AS custom_fields,
    (extract(epoch FROM created_at) * 1000)::bigint AS created_at,
    (extract(epoch FROM updated_at) * 1000)::bigint AS updated_at,
    version
FROM keyturn.lead_profiles;

CREATE VIEW keyturn_read.lead_loan_scenarios WITH (security_invoker = true) AS
SELECT
    id,
    organization_id,
    lead_id,
    loan_purpose,
    loan_program,
    occupancy,
    property_type,
    subject_state,
    subject_county,
    subject_postal_code,
    property_value_cents,
    purchase_price_cents,
    down_payment_cents,
    loan_amount_cents,
    current_balance_cents,
    current_rate_pct3,
    subordinate_balance_cents,
    heloc_line_cents,
    fico_band,
    fico_score,
    fico_source,
    annual_income_cents,
    monthly_debts_cents,
    income_type,
    interest_rate_pct3,
    term_months,
    amortization,
    to_char(rate_lock_date, 'YYYY-MM-DD') AS rate_lock_date,
    to_char(rate_lock_expires_on, 'YYYY-MM-DD') AS rate_lock_expires_on,
    to_char(target_closing_date, 'YYYY-MM-DD') AS target_closing_date,
    first_time_buyer::integer AS first_time_buyer,
    veteran::integer AS veteran,
    (extract(epoch FROM created_at) * 1000)::bigint AS created_at,
    (extract(epoch FROM updated_at) * 1000)::bigint AS updated_at,
    version
FROM keyturn.lead_loan_scenarios;

CREATE VIEW keyturn_read.lead_contacts WITH (security_invoker = true) AS
SELECT
    id,
    organization_id,
    lead_id,
    contact_id,
    role,
    is_primary::integer AS is_primary,
    notes,
    (extract(epoch FROM created_at) * 1000)::bigint AS created_at,
    (extract(epoch FROM updated_at) * 1000)::bigint AS updated_at,
    version,
    (extract(epoch FROM deleted_at) * 1000)::bigint AS deleted_at
FROM keyturn.lead_contacts;

CREATE VIEW keyturn_read.lead_notes WITH (security_invoker = true) AS
SELECT
    id,
    organization_id,
    lead_id,
    user_id,
    note_type,
    content,
    is_private::integer AS is_private,
    is_pinned::integer AS is_pinned,
    mentioned_users::text AS mentioned_users,
    attachments::text AS attachments,
    (extract(epoch FROM created_at) * 1000)::bigint AS created_at,
    (extract(epoch FROM updated_at) * 1000)::bigint AS updated_at,
    version,
    (extract(epoch FROM deleted_at) * 1000)::bigint AS deleted_at
FROM keyturn.lead_notes;

CREATE VIEW keyturn_read.lead_assignments WITH (security_invoker = true) AS
SELECT
    id,
    organization_id,
    lead_id,
    assigned_from,
    assigned_to,
    assigned_by,
    reason,
    (extract(epoch FROM assigned_at) * 1000)::bigint AS assigned_at,
    (extract(epoch FROM created_at) * 1000)::bigint AS created_at,
    (extract(epoch FROM updated_at) * 1000)::bigint AS updated_at,
    version
FROM keyturn.lead_assignments;

CREATE VIEW keyturn_read.tags WITH (security_invoker = true) AS
SELECT
    id,
    organization_id,
    name,
    color,
    (extract(epoch FROM created_at) * 1000)::bigint AS created_at,
    (extract(epoch FROM updated_at) * 1000)::bigint AS updated_at,
    version,
    (extract(epoch FROM deleted_at) * 1000)::bigint AS deleted_at
FROM keyturn.tags;

CREATE VIEW keyturn_read.lead_tags WITH (security_invoker = true) AS
SELECT
    id,
    organization_id,
    lead_id,
    tag_id,
    (extract(epoch FROM created_at) * 1000)::bigint AS created_at,
    (extract(epoch FROM updated_at) * 1000)::bigint AS updated_at,
    version,
    (extract(epoch FROM deleted_at) * 1000)::bigint AS deleted_at
FROM keyturn.lead_tags;

CREATE VIEW keyturn_read.import_batches WITH (security_invoker = true) AS
SELECT
    id,
    organization_id,
    source_name,
    format,
    file_sha256,
    mapping::text AS mapping,
    status,
    rows_total,
    rows_created,
    rows_updated,
    rows_duplicate,
    rows_failed,
    errors::text AS errors,
    default_consent_evidence,
    created_by,
    (extract(epoch FROM started_at) * 1000)::bigint AS started_at,
    (extract(epoch FROM finished_at) * 1000)::bigint AS finished_at,
    (extract(epoch FROM created_at) * 1000)::bigint AS created_at,
    (extract(epoch FROM updated_at) * 1000)::bigint AS updated_at,
    version,
    (extract(epoch FROM deleted_at) * 1000)::bigint AS deleted_at
FROM keyturn.import_batches;

CREATE VIEW keyturn_read.tasks WITH (security_invoker = true) AS
SELECT
    id,
    organization_id,
    lead_id,
    customer_id,
    application_id,
    contact_id,
    title,
    description,
    task_type,
    to_char(due_date, 'YYYY-MM-DD') AS due_date,
    to_char(due_time, 'HH24:MI') AS due_time,
    (extract(epoch FROM due_at) * 1000)::bigint AS due_at,
    (extract(epoch FROM reminder_at) * 1000)::bigint AS reminder_at,
    recurrence_rule,
    priority,
    status,
    (extract(epoch FROM completed_at) * 1000)::bigint AS completed_at,
    completed_by,
    assigned_to,
    created_by,
    action_id,
    workflow_execution_id,
    note_id,
    (extract(epoch FROM created_at) * 1000)::bigint AS created_at,
    (extract(epoch FROM updated_at) * 1000)::bigint AS updated_at,
    version,
    (extract(epoch FROM deleted_at) * 1000)::bigint AS deleted_at
FROM keyturn.tasks;

CREATE VIEW keyturn_read.documents WITH (security_invoker = true) AS
SELECT
    id,
    organization_id,
    lead_id,
    customer_id,
    application_id,
    contact_id,
    communication_id,
    email_message_id,
    file_name,
    file_url,
    file_type,
    file_size,
    file_sha256,
    document_type,
    title,
    description,
    is_sensitive::integer AS is_sensitive,
    uploaded_by,
    (extract(epoch FROM viewed_at) * 1000)::bigint AS viewed_at,
    (extract(epoch FROM signed_at) * 1000)::bigint AS signed_at,
    (extract(epoch FROM created_at) * 1000)::bigint AS created_at,
    (extract(epoch FROM updated_at) * 1000)::bigint AS updated_at,
    version,
    (extract(epoch FROM deleted_at) * 1000)::bigint AS deleted_at
FROM keyturn.documents;

CREATE VIEW keyturn_read.document_contents WITH (security_invoker = true) AS
SELECT
    sha256,
    organization_id,
    size,
    data,
    (extract(epoch FROM created_at) * 1000)::bigint AS created_at
FROM keyturn.document_contents;

CREATE VIEW keyturn_read.consents WITH (security_invoker = true) AS
SELECT
    id,
    organization_id,
    lead_id,
    contact_id,
    customer_id,
    channel,
    purpose,
    address,
    action,
    registry,
    method,
    wording,
    wording_version,
    evidence_document_id,
    certificate_id,
    ip_address,
    user_agent,
    source_url,
    recorded_by,
    (extract(epoch FROM occurred_at) * 1000)::bigint AS occurred_at,
    (extract(epoch FROM expires_at) * 1000)::bigint AS expires_at,
    (extract(epoch FROM created_at) * 1000)::bigint AS created_at,
    (extract(epoch FROM updated_at) * 1000)::bigint AS updated_at,
    version
FROM keyturn.consents;

CREATE VIEW keyturn_read.communications WITH (security_invoker = true) AS
SELECT
    id,
    organization_id,
    lead_id,
    contact_id,
    customer_id,
    user_id,
    communication_type,
    direction,
    purpose,
    subject,
    content,
    status,
    (extract(epoch FROM scheduled_at) * 1000)::bigint AS scheduled_at,
    (extract(epoch FROM completed_at) * 1000)::bigint AS completed_at,
    duration_seconds,
    outcome,
    from_address,
    to_address,
    email_opened::integer AS email_opened,
    email_clicked::integer AS email_clicked,
    email_message_id,
    meeting_id,
    template_id,
    campaign_id,
    workflow_execution_id,
    action_id,
    consent_id,
    sentiment_score::float8 AS sentiment_score,
    recording_url,
    transcript,
    attempts,
    (extract(epoch FROM next_attempt_at) * 1000)::bigint AS next_attempt_at,
    (extract(epoch FROM claim_expires_at) * 1000)::bigint AS claim_expires_at,
    claimed_by,
    error_message,
    metadata::text AS metadata,
    (extract(epoch FROM created_at) * 1000)::bigint AS created_at,
    (extract(epoch FROM updated_at) * 1000)::bigint AS updated_at,
    version,
    (extract(epoch FROM deleted_at) * 1000)::bigint AS deleted_at
FROM keyturn.communications;

CREATE VIEW keyturn_read.lead_activities WITH (security_invoker = true) AS
SELECT
    id,
    organization_id,
    lead_id,
    activity_type,
    title,
    description,
    from_stage,
    to_stage,
    from_stage_id,
    to_stage_id,
    metadata::text AS metadata,
    actor_type,
    actor_id,
    created_by,
    email_id,
    meeting_id,
    action_id,
    communication_id,
    is_highlight::integer AS is_highlight,
    (extract(epoch FROM occurred_at) * 1000)::bigint AS occurred_at,
    device_id,
    device_seq,
    prev_hash,
    hash,
    (extract(epoch FROM created_at) * 1000)::bigint AS created_at,
    (extract(epoch FROM updated_at) * 1000)::bigint AS updated_at,
    version
FROM keyturn.lead_activities;

CREATE VIEW keyturn_read.board_positions WITH (security_invoker = true) AS
SELECT
    lead_id,
    stage_id,
    rank
FROM keyturn.board_positions;

CREATE VIEW keyturn_read.undo_stack WITH (security_invoker = true) AS
SELECT
    seq,
    command,
    summary,
    change_set::text AS change_set,
    inverse::text AS inverse,
    op_id,
    state,
    (extract(epoch FROM created_at) * 1000)::bigint AS created_at
FROM keyturn.undo_stack;

CREATE VIEW keyturn_read.local_settings WITH (security_invoker = true) AS
SELECT
    key,
    value::text AS value,
    (extract(epoch FROM updated_at) * 1000)::bigint AS updated_at
FROM keyturn.local_settings;

CREATE VIEW keyturn_read.schema_migrations WITH (security_invoker = true) AS
SELECT
    version,
    name,
    checksum,
    (extract(epoch FROM applied_at) * 1000)::bigint AS applied_at,
    duration_ms
FROM keyturn.schema_migrations;

CREATE VIEW keyturn_read.lead_totals WITH (security_invoker = true) AS
SELECT stage_id, coalesce(assigned_to::text, '') AS owner_key, count(*) AS lead_count,
    coalesce(sum(estimated_value_cents), 0)::bigint AS value_cents
FROM keyturn.leads WHERE deleted_at IS NULL GROUP BY stage_id, assigned_to;

CREATE VIEW keyturn_read.v_lead_timeline WITH (security_invoker = true) AS
SELECT a.id, a.organization_id, a.lead_id, a.activity_type, a.title, a.description, a.from_stage, a.to_stage, a.metadata,
    a.actor_type, a.actor_id, a.created_by, a.communication_id, a.is_highlight, a.occurred_at, a.created_at,
    u.first_name || ' ' || u.last_name AS created_by_name
FROM keyturn_read.lead_activities a LEFT JOIN keyturn_read.users u ON u.id = a.created_by;

-- The newest row for an address, a channel and a purpose counts.
CREATE VIEW keyturn_read.v_current_consents WITH (security_invoker = true) AS
SELECT id, organization_id, lead_id, contact_id, customer_id, channel, purpose, address, action, registry, method,
    occurred_at, expires_at
FROM (
    SELECT c.*, row_number() OVER (
        PARTITION BY organization_id, address, channel, purpose ORDER BY occurred_at DESC, created_at DESC, id DESC) AS nth
    FROM keyturn_read.consents c) newest
WHERE nth = 1;
