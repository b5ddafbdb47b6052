// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/header_dictionary.h"

#include <QHash>

namespace keyturn::headers {

namespace {

struct Entry
{
    const char* target;
    const char* headers; ///< separated by bars, the best one first
};

// In many programs at once. The order within a line is the order of preference.
constexpr Entry common[] = {
    {"name", "full name|name|display name|contact name|lead name|borrower name|borrower|client name|customer name|"
             "nombre completo|nombre y apellido|file as"},
    {"first_name", "first name|given name|fname|first|borrower first name|primary first name|nombre"},
    {"last_name", "last name|family name|surname|lname|last|borrower last name|primary last name|apellido|apellidos"},
    {"email", "email|e-mail|email address|e-mail address|primary email|email 1|e-mail 1 value|email1|work email|"
              "home email|personal email|borrower email|correo|correo electronico"},
    {"mobile", "mobile|mobile phone|mobile number|cell|cell phone|cellphone|cell number|sms|mobile no|celular|movil"},
    {"phone", "phone|phone number|telephone|home phone|primary phone|day phone|daytime phone|phone 1|phone 1 value|"
              "work phone|business phone|evening phone|tel|telefono|other phone|phone home|phone work"},
    {"birthday_md", "birthday month and day"},
    {"stage", "stage|pipeline stage|lead stage|status|lead status|deal stage|loan status|etapa|estado del prospecto"},
    {"assigned_to", "owner|assigned to|loan officer|lo|lead owner|contact owner|record owner|assigned lo|owner email"},
    {"source", "channel|lead channel|source type"},
    {"lead_source", "lead source|source|origin|original source|campaign|vendor|referral source|how did you hear"},
    {"source_detail", "source detail|lead source details|keyword|landing page|utm campaign"},
    {"external_lead_id", "lead id|external id|record id|contact id|id|crm id|card id|filter routing id|tracking number|"
                         "lead number|reference"},
    {"lead_temperature", "temperature|rating|lead rating|heat|priority"},
    {"interest_level", "interest|interest level"},
    {"estimated_value_cents", "estimated value|deal value|value|opportunity amount|expected revenue|amount"},
    {"expected_close_date", "expected close|expected close date|close date|closing date|est closing date"},
    {"do_not_contact", "do not contact|dnc|opt out|unsubscribed|has opted out of email|do not call|email opt out"},
    {"created_at", "created|created at|create date|created date|date created|created time|date added|lead date|"
                   "received|date received|add time|created on|submitted"},

    {"loan.loan_purpose", "loan purpose|purpose|transaction type|loan type requested|mortgage type"},
    {"loan.loan_program", "loan program|program|loan type|product|loan product"},
    {"loan.occupancy", "occupancy|property use|occupancy type|residence type"},
    {"loan.property_type", "property type|home type|dwelling type"},
    {"loan.subject_state", "property state|subject state|subject property state"},
    {"loan.subject_county", "property county|subject county|county"},
    {"loan.subject_postal_code", "property zip|property zip code|subject zip|property postal code"},
    {"loan.purchase_price_cents", "purchase price|home price|sales price|contract price"},
    {"loan.property_value_cents", "property value|estimated property value|home value|present value|appraised value|"
                                  "est home value"},
    {"loan.down_payment_cents", "down payment|downpayment|down payment amount"},
    {"loan.loan_amount_cents",
     "loan amount|requested loan amount|mortgage amount|amount requested|proposed loan amount|"
     "monto del prestamo"},
    {"loan.current_balance_cents", "current balance|mortgage balance|first mortgage balance|present loan balance|"
                                   "existing loan balance"},
    {"loan.current_rate_pct3", "current rate|existing rate|first mortgage rate|current interest rate"},
    {"loan.subordinate_balance_cents", "second mortgage balance|second balance|2nd mortgage balance"},
    {"loan.fico_score", "fico|fico score|credit score|score fico"},
    {"loan.annual_income_cents", "annual income|yearly income|household income|gross annual income|income"},
    {"loan.monthly_debts_cents", "monthly debts|monthly debt|monthly obligations|total monthly debt"},
    {"loan.income_type", "income type|employment status|employment type"},
    {"loan.interest_rate_pct3", "rate|interest rate|note rate|quoted rate"},
    {"loan.term_months", "term|loan term|term months|mortgage term"},
    {"loan.amortization", "amortization|rate type|fixed or arm"},
    {"loan.rate_lock_date", "lock date|rate lock date"},
    {"loan.rate_lock_expires_on", "lock expiration|lock expires|lock expiration date|rate lock expiration"},
    {"loan.target_closing_date", "target closing|target closing date|desired closing date"},
    {"loan.first_time_buyer", "first time buyer|first time home buyer|first time homebuyer|fthb"},
    {"loan.veteran", "veteran|va eligible|military|is veteran"},

    {"profile.company", "company|company name|employer|employer name|organization|organization name|organisation|"
                        "organization 1 name|account name|business name|empresa"},
    {"profile.job_title", "job title|title|position|occupation|organization title|organization 1 title|puesto"},
    {"profile.industry", "industry|business type"},
    {"profile.website", "website|web page|url|web site|homepage|web page 1|website 1 value|website url"},
    {"profile.linkedin_url", "linkedin|linkedin url|linkedin profile"},
    {"profile.location", "area of interest|location|desired location|buying area"},
    {"profile.address_line1", "address|street|street address|address 1|address line 1|mailing street|billing street|"
                              "home street|home address|current address|mailing address|address 1 street|street 1|"
                              "work street|business street|direccion|calle"},
    {"profile.address_line2", "address 2|address line 2|street 2|home address 2|apt|unit|home street 2"},
    {"profile.city", "city|mailing city|billing city|home city|address 1 city|current city|work city|business city|"
                     "ciudad"},
    {"profile.state", "state|mailing state|billing state|home state|state region|address 1 region|state province|"
                      "current state|work state|business state|mailing state province|billing state province"},
    {"profile.postal_code", "zip|zip code|postal code|zipcode|mailing zip|billing postal code|home postal code|"
                            "home zipcode|mailing postal code|address 1 postal code|postcode|current zip|"
                            "mailing zip postal code|billing zip postal code|work postal code|business postal code|"
                            "codigo postal"},
    {"profile.engagement_level", "engagement|engagement level"},
    {"profile.budget_range", "budget|price range|budget range"},
    {"profile.min_budget_cents", "budget from|min price|minimum budget|price min"},
    {"profile.max_budget_cents", "budget to|max price|maximum budget|price max"},
    {"profile.timeline", "timeline|time frame|timeframe|buying timeframe|when are you buying"},
    {"profile.property_type_interest", "property type of interest|desired property type"},

    // A full date of birth is nothing that a lender keeps here; the deny-list knows the other such names.
    // The column that failed rows are saved with; mended and imported again it has had its say.
    {"leave", "import problem|problema de importacion"},
    {"leave", "birthday|bday|birth day|birth month|birth year"},
    {"tags", "tags|labels|label|categories|groups|group membership|tag|etiquetas"},
    {"note", "notes|note|comments|comment|description|remarks|lead notes|message|comentarios|notas"},
};

struct Preset
{
    const char* name;
    const char* marks; ///< headers that show the program
    const Entry entries[8];
};

constexpr Preset programs[] = {
    {"salesforce",
     "is converted|created by id|last modified by id|system modstamp|lead owner alias|created by alias|owner id|"
     "is deleted",
     {{"external_lead_id", "id|lead id"},
      {"stage", "status|lead status"},
      {"lead_temperature", "rating"},
      {"assigned_to", "owner id|lead owner"},
      {"estimated_value_cents", "amount"},
      {"keep", "is deleted|annual revenue|type"},
      {"note", "description"}}},
    {"hubspot",
     "record id contact|lifecycle stage|hs object id|original source drill down 1|associated company ids|record id",
     {{"external_lead_id", "record id|record id contact|contact id|hs object id"},
      {"stage", "lead status"},
      {"assigned_to", "contact owner|hubspot owner"},
      {"lead_source", "original source"},
      {"keep", "lifecycle stage"}}},
    {"zoho",
     "lead owner id|tag|record image|salutation|converted|secondary email|unsubscribed mode",
     {{"external_lead_id", "record id|lead id"},
      {"stage", "lead status"},
      {"assigned_to", "lead owner"},
      {"keep", "annual revenue|no of employees|secondary email"},
      {"note", "description"}}},
    {"pipedrive",
     "person name|person email|person phone|deal title|deal stage|deal value|person label|deal owner",
     {{"name", "person name"},
      {"email", "person email|person email work|person email home"},
      {"phone", "person phone|person phone work|person phone home"},
      {"mobile", "person phone mobile"},
      {"stage", "deal stage"},
      {"estimated_value_cents", "deal value"},
      {"assigned_to", "deal owner|person owner"},
      {"tags", "person label|deal label"}}},
    {"google",
     "given name|family name|e-mail 1 value|phone 1 value|group membership|e-mail 1 type|labels|e-mail 1 label",
     {{"email", "e-mail 1 value"},
      {"phone", "phone 1 value"},
      {"mobile", "phone 2 value"},
      {"profile.company", "organization 1 name|organization name"},
      {"profile.job_title", "organization 1 title|organization title"},
      {"keep", "name prefix|name suffix|additional name"}}},
    {"outlook",
     "business phone|e-mail display name|business street|manager's name|sensitivity|hobby|business fax",
     {{"email", "e-mail address"},
      {"phone", "home phone|business phone|primary phone"},
      {"tags", "categories"},
      {"keep", "title|priority|sensitivity|location|language|initials"}}},
    {"thunderbird",
     "screen name|custom 1|web page 1|primary email|secondary email|pager number",
     {{"email", "primary email"}, {"keep", "nickname|secondary email|custom 1|custom 2|custom 3|custom 4"}}},
    {"vendor",
     "filter routing id|tracking number|loan purpose|property use|credit rating|requested loan amount|property value|"
     "present loan balance",
     {{"external_lead_id", "filter routing id|tracking number|lead id"},
      {"loan.loan_purpose", "loan purpose|loan type|product"},
      {"loan.loan_program", "loan program|program"},
      {"keep", "credit rating"},
      {"lead_source", "source|vendor|campaign"}}},
};

// "E-mail 1 - Value", "EMAIL_1_VALUE" and "e-mail1value" are one header. Salesforce marks its own fields by __c.
QString folded(const QString& header)
{
    QString plain = header.trimmed();
    if (plain.endsWith(QLatin1String("__c"), Qt::CaseInsensitive)) {
        plain.chop(3);
    }
    plain = plain.normalized(QString::NormalizationForm_KD);
    QString letters;
    for (const QChar letter : plain) {
        if (letter.isLetterOrNumber()) {
            letters.append(letter.toLower());
        }
    }
    return letters;
}

using Dictionary = QHash<QString, Meaning>;

template<size_t size>
void addEntries(Dictionary& dictionary, const Entry (&entries)[size])
{
    for (const Entry& entry : entries) {
        if (entry.target == nullptr) {
            continue;
        }
        int rank = 0;
        for (const QString& header : QString::fromUtf8(entry.headers).split(u'|')) {
            dictionary.insert(folded(header), {QString::fromLatin1(entry.target), rank++});
        }
    }
}

const QHash<QString, Dictionary>& dictionaries()
{
    static const QHash<QString, Dictionary> all = [] {
        QHash<QString, Dictionary> made;
        addEntries(made[QString()], common);
        for (const Preset& program : programs) {
            addEntries(made[QString::fromLatin1(program.name)], program.entries);
        }
        return made;
    }();
    return all;
}

std::optional<Meaning> lookUp(const QString& preset, const QString& key)
{
    const Dictionary dictionary = dictionaries().value(preset);
    const auto found = dictionary.constFind(key);
    return found == dictionary.cend() ? std::nullopt : std::optional(*found);
}

} // namespace

QStringList presets()
{
    QStringList names;
    for (const Preset& program : programs) {
        names.append(QString::fromLatin1(program.name));
    }
    return names;
}

QString presetOf(const QStringList& columns)
{
    QStringList present;
    for (const QString& column : columns) {
        present.append(folded(column));
    }
    QString best;
    int most = 1; // one header alone is chance
    for (const Preset& program : programs) {
        int marks = 0;
        for (const QString& mark : QString::fromUtf8(program.marks).split(u'|')) {
            marks += present.contains(folded(mark)) ? 1 : 0;
        }
        if (marks > most) {
            most = marks;
            best = QString::fromLatin1(program.name);
        }
    }
    return best;
}

std::optional<Meaning> meaningOf(const QString& header, const QString& preset)
{
    const QString key = folded(header);
    if (key.isEmpty()) {
        return std::nullopt;
    }
    if (!preset.isEmpty()) {
        if (const auto own = lookUp(preset, key)) {
            return own;
        }
    }
    return lookUp(QString(), key);
}

QStringList targets()
{
    QStringList all;
    for (const Dictionary& dictionary : dictionaries()) {
        for (const Meaning& meaning : dictionary) {
            if (!all.contains(meaning.target)) {
                all.append(meaning.target);
            }
        }
    }
    return all;
}

} // namespace keyturn::headers
