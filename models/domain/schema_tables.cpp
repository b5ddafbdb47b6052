// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/schema_tables.h"

namespace keyturn::schema {

// The notation of the data model: one column a line, `name type`, then `?` for nullable, `= default`, `-> table` for a
// foreign key, `derived` for caches that the store computes. The columns of the bundle (id, organization_id,
// created_at, updated_at, version, deleted_at) are not repeated. A change here needs a migration; a test compares this
// with the real columns of both databases.
const char* const tables = R"(
table organizations org
name text(255)
slug text(80)
legal_name text(255)?
nmls_id text(255)?
description text?
website text?
phone text?
industry vocab? = mortgage
size vocab?
address_line1 text?
address_line2 text?
city text?
state text?
postal_code text?
timezone text(50) = America/New_York
settings json = {}
subscription_tier vocab = free
billing_email text(255)?
is_active bool = true

table users std
email text(255)
username text(80)
first_name text(100)
last_name text(100)
role enum(system_admin|org_admin|manager|loan_officer|loan_assistant|processor|marketing|viewer|service) = loan_officer
is_active bool = true
is_verified bool = false
timezone text(50) = UTC
preferences json = {}
avatar_url text(500)?
job_title text?
phone text?
nmls_id text?
licenses json = []
last_login_at ts? derived

table pipelines std+del
key text(60)
name text(120)
description text?
is_default bool = false

table pipeline_stages std+del
pipeline_id uuid -> pipelines
key text(60)
name text(120)
order_index int
color text(7) = #808080
kind enum(open|won|lost|on_ice|disqualified) = open
win_probability score01 = 0
wip_limit int?
rot_days int?
requires_reason bool = false
is_initial bool = false

table contacts std+del
first_name text(100)?
last_name text(100)?
name text(255)
email text(255)?
other_emails json = []
other_phones json = []
phone text(40)?
mobile text(40)?
title text(255)?
company text(255)?
contact_type vocab = person
is_referral_partner bool = false
partner_status vocab?
license_number text(60)?
linkedin_url text(500)?
birthday_md text(5)?
google_contact_id text(200)?
address_line1 text?
address_line2 text?
city text?
state text?
postal_code text?
notes text?
assigned_to uuid? -> users
do_not_contact bool = false
metadata json = {}

table leads std+del
first_name text(100)?
last_name text(100)?
name text(255)
email text(255)?
email_shared bool = false
phone text(40)?
mobile text(40)?
birthday_md text(5)?
stage_id uuid -> pipeline_stages
stage_entered_at ts
exit_reason_code vocab?
exit_reason text(500)?
nurture_until date?
assigned_to uuid? -> users
source vocab = website
lead_source text(120)?
source_detail text?
external_lead_id text(200)?
integration_id uuid?
import_batch_id uuid?
referral_partner_id uuid? -> contacts
project_id uuid?
property_id uuid?
lead_temperature enum(hot|warm|cold) = cold
interest_level vocab?
purchase_readiness vocab?
estimated_value_cents money?
estimated_value_currency text(3) = USD
expected_close_date date?
score int = 0 derived
score_calculated_at ts? derived
total_calls int = 0 derived
last_sentiment_score real? derived
first_contacted_at ts? derived
last_contacted_at ts? derived
last_engagement_at ts? derived
last_activity_at ts? derived
converted_at ts?
converted_to_customer_id uuid?
duplicate_of_id uuid? -> leads
do_not_contact bool = false
legal_hold bool = false
metadata json = {}
raw_data json?
created_by uuid? -> users

table lead_profiles std
lead_id uuid -> leads
company text(255)?
job_title text(255)?
industry text(255)?
company_size vocab?
website text(500)?
linkedin_url text(500)?
location text?
address_line1 text?
address_line2 text?
city text?
state text?
postal_code text?
engagement_level vocab?
budget_range text(50)?
min_budget_cents money?
max_budget_cents money?
timeline vocab?
property_type_interest vocab?
project_type vocab?
preferences json = {}
custom_fields json = {}

table lead_loan_scenarios std
lead_id uuid -> leads
loan_purpose enum(purchase|refinance_rate_term|refinance_cash_out|construction|home_equity|reverse|other)?
loan_program vocab?
occupancy enum(primary_residence|second_home|investment)?
property_type enum(single_family|condo|townhouse|pud|multi_2_4|manufactured|co_op|land|other)?
subject_state text?
subject_county text?
subject_postal_code text?
property_value_cents money?
purchase_price_cents money?
down_payment_cents money?
loan_amount_cents money?
current_balance_cents money?
current_rate_pct3 pct3?
subordinate_balance_cents money?
heloc_line_cents money?
fico_band enum(under_580|580_619|620_659|660_699|700_739|740_779|780_plus|unknown)?
fico_score int?
fico_source enum(self_reported|soft_pull|hard_pull)?
annual_income_cents money?
monthly_debts_cents money?
income_type vocab?
interest_rate_pct3 pct3?
term_months int?
amortization enum(fixed|arm)?
rate_lock_date date?
rate_lock_expires_on date?
target_closing_date date?
first_time_buyer bool?
veteran bool?

table lead_contacts std+del
lead_id uuid -> leads
contact_id uuid -> contacts
role enum(primary|decision_maker|influencer|technical|financial|end_user|other|borrower|co_borrower|co_signer|buyers_agent|listing_agent|builder|title_escrow|attorney|insurance_agent) = other
is_primary bool = false
notes text?

table lead_notes std+del
lead_id uuid -> leads
user_id uuid? -> users
note_type enum(general|meeting|call|research|reminder) = general
content text
is_private bool = false
is_pinned bool = false
mentioned_users json = []
attachments json = []

table lead_assignments log
lead_id uuid -> leads
assigned_from uuid? -> users
assigned_to uuid? -> users
assigned_by uuid? -> users
reason text(500)?
assigned_at ts

table tags std+del
name text(60)
color text(7) = #808080

table lead_tags std+del
lead_id uuid -> leads
tag_id uuid -> tags

table tasks std+del
lead_id uuid? -> leads
customer_id uuid?
application_id uuid?
contact_id uuid? -> contacts
title text(255)
description text?
task_type vocab = follow_up
due_date date?
due_time time?
due_at ts?
reminder_at ts?
recurrence_rule text?
priority enum(low|medium|high) = medium
status enum(pending|completed|cancelled) = pending
completed_at ts?
completed_by uuid? -> users
assigned_to uuid? -> users
created_by uuid? -> users
action_id uuid?
workflow_execution_id uuid?
note_id uuid? -> lead_notes

table documents std+del
lead_id uuid? -> leads
customer_id uuid?
application_id uuid?
contact_id uuid? -> contacts
communication_id uuid? -> communications
email_message_id uuid?
file_name text(255)
file_url text(1000)
file_type text(120)?
file_size big?
file_sha256 hash?
document_type vocab = other
title text?
description text?
is_sensitive bool = false
uploaded_by uuid? -> users
viewed_at ts?
signed_at ts?

table document_contents content
size big
data blob

table consents log
lead_id uuid? -> leads
contact_id uuid? -> contacts
customer_id uuid?
channel enum(email|call|autodialed_call|sms|whatsapp|mail|call_recording|electronic_delivery)
purpose enum(marketing|transactional|any) = marketing
address text(255)
action enum(granted|revoked|dnc_listed|dnc_cleared)
registry enum(internal|state|national|litigator)?
method vocab
wording text?
wording_version text(40)?
evidence_document_id uuid? -> documents
certificate_id text(255)?
ip_address text?
user_agent text?
source_url text?
recorded_by uuid? -> users
occurred_at ts
expires_at ts?

table communications std+del
lead_id uuid? -> leads
contact_id uuid? -> contacts
customer_id uuid?
user_id uuid? -> users
communication_type enum(email|call|meeting|linkedin|sms|whatsapp|letter)
direction enum(inbound|outbound)
purpose enum(marketing|transactional) = transactional
subject text(500)?
content text?
status enum(draft|scheduled|queued|sending|completed|failed|cancelled) = completed
scheduled_at ts?
completed_at ts?
duration_seconds int?
outcome vocab?
from_address text(255)?
to_address text(255)?
email_opened bool = false derived
email_clicked bool = false derived
email_message_id uuid?
meeting_id uuid?
template_id uuid?
campaign_id uuid?
workflow_execution_id uuid?
action_id uuid?
consent_id uuid? -> consents
sentiment_score real?
recording_url text?
transcript text?
attempts int = 0
next_attempt_at ts?
claim_expires_at ts?
claimed_by uuid?
error_message text?
metadata json = {}

table import_batches std+del
source_name text(255)
format enum(csv|xlsx|vcard|json|api)
file_sha256 hash?
mapping json = {}
status enum(preview|running|completed|failed|undone) = running
rows_total int = 0
rows_created int = 0
rows_updated int = 0
rows_duplicate int = 0
rows_failed int = 0
errors json = []
default_consent_evidence text?
created_by uuid? -> users
started_at ts?
finished_at ts?

table lead_activities log
lead_id uuid? -> leads
activity_type vocab
title text(200)
description text?
from_stage text(60)?
to_stage text(60)?
from_stage_id uuid?
to_stage_id uuid?
metadata json = {}
actor_type enum(user|system|ai|external) = user
actor_id uuid?
created_by uuid? -> users
email_id uuid?
meeting_id uuid?
action_id uuid?
communication_id uuid?
is_highlight bool = false
occurred_at ts
device_id uuid
device_seq big
prev_hash hash
hash hash

table board_positions local lead_id
lead_id uuid
stage_id uuid
rank big

table undo_stack local seq
seq big
command text
summary text
change_set json
inverse json = {}
op_id uuid?
state enum(done|undone) = done
created_at ts

table local_settings local key
key text
value json
updated_at ts
)";

} // namespace keyturn::schema
