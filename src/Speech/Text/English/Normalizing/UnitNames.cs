using System.Collections.Frozen;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>The names of units.</summary>
internal static class UnitNames
{
    /// <summary>Every unit of the table, as part of a regular expression; longer ones first.</summary>
    public const string Shape =
        "km/hr?|kph|mph|mpg|rpm|fps|psi|m/s²|m/s|km²|cm²|mm²|m²|m³|cm³|km|cm|mm|μm|µm|nm|kg|mg|μg|µg|mcg|MWh|GWh|TWh|kWh|Wh|mW|kW|MW|GW|mAh|TB|GB|MB|KB|kB|Gbps|Mbps|"
        + "GHz|MHz|kHz|Hz|dB|mL|ml|ms|min|hrs?|kPa|hPa|MPa|Pa|mmHg|kJ|MJ|kN|kV|mV|mA|kΩ|Ω|mol|°C|°F|℃|℉|lbs?|oz|ft|mi|yds?|tsp|tbsp|secs?|mins|kcal|px|h|s|m|g|t|L|W|V|N|J";

    /// <summary>Those that are abbreviations and may have a dot.</summary>
    public const string Dotted = "sq\\.?[ ]?(?:ft|in|mi|km|m)|lbs?|oz|ft|mi|yds?|tsp|tbsp|hrs?|mins?|secs?";

    private static readonly FrozenDictionary<string, (string One, string Many)> Names = new Dictionary<string, (string, string)>
    {
        ["km/h"] = ("kilometer per hour", "kilometers per hour"), ["km/hr"] = ("kilometer per hour", "kilometers per hour"),
        ["kph"] = ("kilometer per hour", "kilometers per hour"),
        ["mph"] = ("mile per hour", "miles per hour"), ["m/s"] = ("meter per second", "meters per second"),
        ["km²"] = ("square kilometer", "square kilometers"), ["cm²"] = ("square centimeter", "square centimeters"),
        ["m²"] = ("square meter", "square meters"), ["m³"] = ("cubic meter", "cubic meters"), ["km"] = ("kilometer", "kilometers"),
        ["cm"] = ("centimeter", "centimeters"), ["mm"] = ("millimeter", "millimeters"), ["kg"] = ("kilogram", "kilograms"),
        ["mg"] = ("milligram", "milligrams"), ["kWh"] = ("kilowatt hour", "kilowatt hours"), ["kW"] = ("kilowatt", "kilowatts"),
        ["MW"] = ("megawatt", "megawatts"), ["mAh"] = ("milliamp hour", "milliamp hours"), ["TB"] = ("terabyte", "terabytes"),
        ["GB"] = ("gigabyte", "gigabytes"), ["MB"] = ("megabyte", "megabytes"), ["KB"] = ("kilobyte", "kilobytes"),
        ["kB"] = ("kilobyte", "kilobytes"), ["Gbps"] = ("gigabit per second", "gigabits per second"),
        ["Mbps"] = ("megabit per second", "megabits per second"), ["GHz"] = ("gigahertz", "gigahertz"),
        ["MHz"] = ("megahertz", "megahertz"), ["kHz"] = ("kilohertz", "kilohertz"), ["Hz"] = ("hertz", "hertz"),
        ["dB"] = ("decibel", "decibels"), ["mL"] = ("milliliter", "milliliters"), ["ml"] = ("milliliter", "milliliters"),
        ["ms"] = ("millisecond", "milliseconds"), ["min"] = ("minute", "minutes"), ["hr"] = ("hour", "hours"), ["hrs"] = ("hour", "hours"),
        ["°C"] = ("degree Celsius", "degrees Celsius"), ["°F"] = ("degree Fahrenheit", "degrees Fahrenheit"),
        ["℃"] = ("degree Celsius", "degrees Celsius"), ["℉"] = ("degree Fahrenheit", "degrees Fahrenheit"), ["lb"] = ("pound", "pounds"),
        ["lbs"] = ("pound", "pounds"), ["oz"] = ("ounce", "ounces"), ["ft"] = ("foot", "feet"), ["mi"] = ("mile", "miles"),
        ["mpg"] = ("mile per gallon", "miles per gallon"), ["rpm"] = ("revolution per minute", "revolutions per minute"),
        ["fps"] = ("frame per second", "frames per second"), ["psi"] = ("pound per square inch", "pounds per square inch"),
        ["yd"] = ("yard", "yards"), ["yds"] = ("yard", "yards"), ["tsp"] = ("teaspoon", "teaspoons"), ["tbsp"] = ("tablespoon", "tablespoons"),
        ["sec"] = ("second", "seconds"), ["secs"] = ("second", "seconds"), ["mins"] = ("minute", "minutes"),
        ["kcal"] = ("kilocalorie", "kilocalories"),
        ["m/s²"] = ("meter per second squared", "meters per second squared"), ["mm²"] = ("square millimeter", "square millimeters"),
        ["cm³"] = ("cubic centimeter", "cubic centimeters"), ["μm"] = ("micrometer", "micrometers"), ["µm"] = ("micrometer", "micrometers"),
        ["nm"] = ("nanometer", "nanometers"), ["μg"] = ("microgram", "micrograms"), ["µg"] = ("microgram", "micrograms"), ["mcg"] = ("microgram", "micrograms"),
        ["Wh"] = ("watt hour", "watt hours"), ["MWh"] = ("megawatt hour", "megawatt hours"), ["GWh"] = ("gigawatt hour", "gigawatt hours"),
        ["TWh"] = ("terawatt hour", "terawatt hours"), ["mW"] = ("milliwatt", "milliwatts"), ["GW"] = ("gigawatt", "gigawatts"),
        ["Pa"] = ("pascal", "pascals"), ["hPa"] = ("hectopascal", "hectopascals"), ["kPa"] = ("kilopascal", "kilopascals"),
        ["MPa"] = ("megapascal", "megapascals"), ["mmHg"] = ("millimeter of mercury", "millimeters of mercury"), ["kJ"] = ("kilojoule", "kilojoules"),
        ["MJ"] = ("megajoule", "megajoules"), ["kN"] = ("kilonewton", "kilonewtons"), ["kV"] = ("kilovolt", "kilovolts"), ["mV"] = ("millivolt", "millivolts"),
        ["mA"] = ("milliamp", "milliamps"), ["Ω"] = ("ohm", "ohms"), ["kΩ"] = ("kilohm", "kilohms"), ["mol"] = ("mole", "moles"), ["t"] = ("ton", "tons"),
        ["N"] = ("newton", "newtons"), ["J"] = ("joule", "joules"),
        ["px"] = ("pixel", "pixels"), ["h"] = ("hour", "hours"), ["s"] = ("second", "seconds"), ["m"] = ("meter", "meters"),
        ["g"] = ("gram", "grams"), ["L"] = ("liter", "liters"), ["dL"] = ("deciliter", "deciliters"), ["dl"] = ("deciliter", "deciliters"), ["in"] = ("inch", "inches"), ["W"] = ("watt", "watts"), ["V"] = ("volt", "volts"),
    }.ToFrozenDictionary();

    /// <summary>The name of a unit, in the singular for exactly 1. Two of them at a slash are one per the other: mg/L.</summary>
    public static string Say(string unit, string number)
    {
        if (Names.TryGetValue(unit, out var name))
        {
            return number == "1" ? name.One : name.Many;
        }

        var slash = unit.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 ? $"{Say(unit[..slash], number)} per {Say(unit[(slash + 1)..], "1")}" : $"square {Say(unit.Split('.', ' ')[^1].Replace("sq", string.Empty, StringComparison.Ordinal), number)}";
    }
}
