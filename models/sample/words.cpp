// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sample/words.h"

namespace keyturn::sample {

namespace {

using Words = std::string_view;

constexpr std::array firstNames{
    Words("Ada"),     Words("Adaeze"),  Words("Alden"),   Words("Amina"),   Words("Anneke"),   Words("Anton"),
    Words("Asa"),     Words("Beatrix"), Words("Benno"),   Words("Bianca"),  Words("Caleb"),    Words("Camille"),
    Words("Casper"),  Words("Celeste"), Words("Clement"), Words("Cora"),    Words("Dahlia"),   Words("Damian"),
    Words("Deirdre"), Words("Desmond"), Words("Dominik"), Words("Edda"),    Words("Elias"),    Words("Elise"),
    Words("Emeka"),   Words("Esme"),    Words("Esteban"), Words("Fabian"),  Words("Faye"),     Words("Fiona"),
    Words("Florian"), Words("Gideon"),  Words("Giulia"),  Words("Grace"),   Words("Gunnar"),   Words("Hana"),
    Words("Harlan"),  Words("Hedda"),   Words("Hugo"),    Words("Ida"),     Words("Imani"),    Words("Ingrid"),
    Words("Isaac"),   Words("Jasmin"),  Words("Joaquin"), Words("Jonas"),   Words("Josefina"), Words("Jules"),
    Words("Kaia"),    Words("Kenji"),   Words("Keziah"),  Words("Lars"),    Words("Leila"),    Words("Leon"),
    Words("Linnea"),  Words("Lucinda"), Words("Luz"),     Words("Mabel"),   Words("Magnus"),   Words("Malik"),
    Words("Mara"),    Words("Margit"),  Words("Marisol"), Words("Mateo"),   Words("Maxine"),   Words("Mireille"),
    Words("Naomi"),   Words("Nell"),    Words("Niko"),    Words("Noor"),    Words("Odalys"),   Words("Olin"),
    Words("Oskar"),   Words("Otis"),    Words("Paloma"),  Words("Pascal"),  Words("Petra"),    Words("Phoebe"),
    Words("Priya"),   Words("Quentin"), Words("Rafael"),  Words("Ramona"),  Words("Ravi"),     Words("Renata"),
    Words("Rosa"),    Words("Ruben"),   Words("Ruth"),    Words("Salma"),   Words("Samuel"),   Words("Selma"),
    Words("Silas"),   Words("Simone"),  Words("Solveig"), Words("Stella"),  Words("Sunniva"),  Words("Tamsin"),
    Words("Tariq"),   Words("Theo"),    Words("Tilda"),   Words("Tomasz"),  Words("Ulla"),     Words("Valentin"),
    Words("Vera"),    Words("Viktor"),  Words("Vivian"),  Words("Wendell"), Words("Willa"),    Words("Winston"),
    Words("Xenia"),   Words("Yara"),    Words("Yesenia"), Words("Yusuf"),   Words("Zelda"),    Words("Zora"),
    Words("Ángela"),  Words("Björn"),   Words("Chloë"),   Words("Éloise"),  Words("Iñigo"),    Words("Søren"),
};

constexpr std::array lastNames{
    Words("Abernathy"),    Words("Achterberg"),    Words("Adair"),
    Words("Adeyemi"),      Words("Albright"),      Words("Almquist"),
    Words("Ashworth"),     Words("Ballard"),       Words("Beauregard"),
    Words("Bellweather"),  Words("Birdsong"),      Words("Blomgren"),
    Words("Bramwell"),     Words("Brandvold"),     Words("Brightwater"),
    Words("Brooks"),       Words("Callahan"),      Words("Carrow"),
    Words("Castellanos"),  Words("Chandran"),      Words("Cloverdale"),
    Words("Coldwater"),    Words("Corrigan"),      Words("Crabtree"),
    Words("Dashwood"),     Words("Delacroix"),     Words("Demir"),
    Words("Dovetail"),     Words("Dupree"),        Words("Eastlake"),
    Words("Eklund"),       Words("Espinoza"),      Words("Etxeberria"),
    Words("Fairweather"),  Words("Falk"),          Words("Farrow"),
    Words("Fernsby"),      Words("Ferreira"),      Words("Fieldstone"),
    Words("Foxglove"),     Words("Galloway"),      Words("Granger"),
    Words("Greenhalgh"),   Words("Haddad"),        Words("Halvorsen"),
    Words("Hartwell"),     Words("Hawksworth"),    Words("Hazelwood"),
    Words("Holm"),         Words("Hollingsworth"), Words("Ivarsen"),
    Words("Jablonski"),    Words("Juniper"),       Words("Kestrel"),
    Words("Kingsley"),     Words("Kovalenko"),     Words("Larkspur"),
    Words("Lind"),         Words("Lindqvist"),     Words("Longfellow"),
    Words("Marchetti"),    Words("Marlowe"),       Words("Mbeki"),
    Words("Meadowcroft"),  Words("Merriweather"),  Words("Moonlight"),
    Words("Nightingale"),  Words("Nkemelu"),       Words("Northcott"),
    Words("Obi"),          Words("Okonkwo"),       Words("Oldcastle"),
    Words("Ortega"),       Words("Ostrowski"),     Words("Oyelaran"),
    Words("Papadakis"),    Words("Partridge"),     Words("Pemberton"),
    Words("Penhaligon"),   Words("Prather"),       Words("Quillfeather"),
    Words("Quintanilla"),  Words("Raman"),         Words("Ravenscroft"),
    Words("Redfern"),      Words("Rosewarne"),     Words("Sandoval"),
    Words("Silverthorn"),  Words("Sorensen"),      Words("Sparrow"),
    Words("Stonebridge"),  Words("Subramanian"),   Words("Summerfield"),
    Words("Tanglewood"),   Words("Thackeray"),     Words("Thistlewood"),
    Words("Thorsen"),      Words("Underhill"),     Words("Valdivieso"),
    Words("Vance"),        Words("Villalobos"),    Words("Vos"),
    Words("Wainwright"),   Words("Weatherby"),     Words("Weatherspoon"),
    Words("Whitlock"),     Words("Wieczorek"),     Words("Willowby"),
    Words("Winterbourne"), Words("Woolridge"),     Words("Yarrow"),
    Words("Zielinski"),    Words("Åkerström"),     Words("Çelik"),
    Words("Núñez-Ibarra"), Words("O’Shaughnessy"), Words("Featherstonehaugh-Cholmondeley"),
};

constexpr std::array places{
    Place{"Tampa", "FL", "813", "33602", "Hillsborough"},    Place{"Ocala", "FL", "352", "34471", "Marion"},
    Place{"Orlando", "FL", "407", "32801", "Orange"},        Place{"Reno", "NV", "775", "89501", "Washoe"},
    Place{"Sacramento", "CA", "916", "95814", "Sacramento"}, Place{"Fresno", "CA", "559", "93721", "Fresno"},
    Place{"San Diego", "CA", "619", "92101", "San Diego"},   Place{"Boise", "ID", "208", "83702", "Ada"},
    Place{"Denver", "CO", "303", "80202", "Denver"},         Place{"Fort Collins", "CO", "970", "80521", "Larimer"},
    Place{"Boulder", "CO", "720", "80302", "Boulder"},       Place{"Austin", "TX", "512", "78701", "Travis"},
    Place{"Dallas", "TX", "214", "75201", "Dallas"},         Place{"Houston", "TX", "713", "77002", "Harris"},
    Place{"Phoenix", "AZ", "602", "85004", "Maricopa"},      Place{"Tucson", "AZ", "520", "85701", "Pima"},
    Place{"Portland", "OR", "503", "97204", "Multnomah"},    Place{"Seattle", "WA", "206", "98101", "King"},
    Place{"Spokane", "WA", "509", "99201", "Spokane"},       Place{"Salt Lake City", "UT", "801", "84101", "Salt Lake"},
    Place{"Chicago", "IL", "312", "60601", "Cook"},          Place{"Columbus", "OH", "614", "43215", "Franklin"},
    Place{"Atlanta", "GA", "404", "30303", "Fulton"},        Place{"Savannah", "GA", "912", "31401", "Chatham"},
    Place{"Raleigh", "NC", "919", "27601", "Wake"},          Place{"Charlotte", "NC", "704", "28202", "Mecklenburg"},
    Place{"Richmond", "VA", "804", "23219", "Richmond"},     Place{"Boston", "MA", "617", "02108", "Suffolk"},
    Place{"Albany", "NY", "518", "12207", "Albany"},         Place{"Minneapolis", "MN", "612", "55401", "Hennepin"},
    Place{"Omaha", "NE", "402", "68102", "Douglas"},         Place{"Tulsa", "OK", "918", "74103", "Tulsa"},
};

constexpr std::array firmStarts{Words("Oak & Main"), Words("Blue Door"), Words("Summit"),      Words("Harbor Light"),
                                Words("Cedar Row"),  Words("Open Gate"), Words("Front Porch"), Words("Maple Lane"),
                                Words("Old Mill"),   Words("Lantern"),   Words("Two Rivers"),  Words("High Plains")};
constexpr std::array firmEnds{Words("Realty"), Words("Homes"), Words("Title"), Words("Properties"),
                              Words("Residential")};

constexpr std::array notes{
    Words("Wants to keep the monthly payment below what they pay in rent now."),
    Words("Looking at three-bedroom houses near the school; lease ends in the spring."),
    Words("Gift funds from the parents, letter to follow. Ask for the donor's statement."),
    Words("Self-employed for four years. Two years of returns are on the way."),
    Words("Compared us with a credit union. Rate is close, closing time matters more."),
    Words("Prefers texts in the morning and calls after five."),
    Words("Agent says the seller would pay two points for a quick closing."),
    Words("Has a car loan with eight payments left; will not count towards the ratio."),
    Words("Bonus income is steady over two years, use the average."),
    Words("Roof was replaced last year, insurance quote should come in lower."),
    Words("Spouse travels until the end of the month, sign electronically."),
    Words("Asked about a fifteen-year term. Showed both payments side by side."),
    Words("Down payment sits in a brokerage account, sell a week before closing."),
    Words("Would like to remove mortgage insurance as soon as possible."),
    Words("HOA is under review for the condo project, questionnaire sent."),
    Words("Pay stubs complete. W-2 of the second employer is still missing."),
};

constexpr std::array reached{
    Words("Talked through the next steps and the list of documents."),
    Words("Happy with the numbers, wants to think about it over the weekend."),
    Words("Asked for the payment with taxes and insurance included."),
    Words("Confirmed income and the amount for the down payment."),
    Words("Found a house, offer goes out tonight."),
    Words("Appraisal is ordered, told them what to expect."),
    Words("Rate question answered, they will decide on the lock by Friday."),
};

constexpr std::array texts{
    Words("Thanks for the call. I sent the checklist to your e-mail."),
    Words("Your documents arrived, all good."),
    Words("Quick reminder: your appointment is tomorrow at the agreed time."),
    Words("The appraisal is scheduled. No need to be at home."),
    Words("Rates moved a little today, call me when you have a minute."),
};

constexpr std::array meetings{
    Words("Went through the scenarios side by side, they prefer the lower payment."),
    Words("Signed the authorisations, kept the original."),
    Words("Reviewed the purchase contract with the agent present."),
    Words("Yearly review: equity is up, no need to change anything."),
};

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace

PersonName personName(Dice& dice)
{
    PersonName name;
    name.first = text(dice.pick(firstNames));
    if (dice.chance(16)) {
        const QString other = text(dice.pick(firstNames));
        if (other != name.first) {
            name.first = QString(name.first + QStringLiteral(" & ") + other);
        }
    }
    name.last = text(dice.pick(lastNames));
    return name;
}

QString firmName(Dice& dice)
{
    const QString start = text(dice.pick(firmStarts));
    return QString(start + u' ' + text(dice.pick(firmEnds)));
}

const Place& place(Dice& dice)
{
    return dice.pick(places);
}

QString phoneNumber(const Place& place, Dice& dice)
{
    const QString line = QString::number(dice.between(100, 199)).rightJustified(4, u'0');
    return QString(QStringLiteral("+1") + text(place.areaCode) + QStringLiteral("555") + line);
}

QString noteText(Dice& dice)
{
    const QString first = text(dice.pick(notes));
    return dice.chance(25) ? QString(first + u' ' + text(dice.pick(notes))) : first;
}

QString callText(const QString& outcome, Dice& dice)
{
    if (outcome == QLatin1String("connected") || outcome == QLatin1String("interested") ||
        outcome == QLatin1String("qualified")) {
        return text(dice.pick(reached));
    }
    return {};
}

QString smsText(Dice& dice)
{
    return text(dice.pick(texts));
}

QString meetingText(Dice& dice)
{
    return text(dice.pick(meetings));
}

} // namespace keyturn::sample
