using System.Collections.Frozen;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>The names of units written in letters or signs.</summary>
internal static class UnitNames
{
    /// <summary>
    /// Every unit of the table, as part of a regular expression; longer ones first. A unit that is not listed keeps its letters.
    /// </summary>
    public const string Shape =
        "km/h|km/s|m/s²|m/s|m/min|mmol/L|mol/L|mmHg|km²|dm²|dm³|dm|hm²|cm²|mm²|m²|m³|cm³|km2|m2|m3|km|cm|mm|μm|µm|nm|kg|mg|μg|µg|kWh|MWh|GWh|TWh|Wh|kW|mW|MW|GW|mAh|Ah|kcal|cal|kJ|MJ|hPa|kPa|MPa|Pa|mSv|μSv|lx|kΩ|MΩ|Ω|mV|kV|mA|kN|mol|cc|kHz|MHz|GHz|Hz|dB|"
        + "mL|ml|dL|dl|ng|ms|min|℃|°C|℉|°F|°|h|s|m|g|t|L|V|W|N|J|px|rpm";

    private static readonly FrozenDictionary<string, (string Before, string After)> Names = new Dictionary<string, (string, string)>
    {
        ["km/h"] = ("每小时", "公里"), ["m/s"] = ("每秒", "米"), ["m/s²"] = ("", "米每二次方秒"), ["mmol/L"] = ("", "毫摩尔每升"), ["mmHg"] = ("", "毫米汞柱"), ["m/min"] = ("每分钟", "米"), ["km²"] = ("", "平方公里"), ["cm²"] = ("", "平方厘米"),
        ["mm²"] = ("", "平方毫米"), ["m²"] = ("", "平方米"), ["m³"] = ("", "立方米"), ["cm³"] = ("", "立方厘米"), ["km2"] = ("", "平方公里"),
        ["m2"] = ("", "平方米"), ["m3"] = ("", "立方米"), ["km"] = ("", "公里"), ["cm"] = ("", "厘米"), ["mm"] = ("", "毫米"), ["μm"] = ("", "微米"),
        ["µm"] = ("", "微米"), ["nm"] = ("", "纳米"), ["kg"] = ("", "千克"), ["mg"] = ("", "毫克"), ["μg"] = ("", "微克"), ["µg"] = ("", "微克"),
        ["kWh"] = ("", "千瓦时"), ["kW"] = ("", "千瓦"), ["MW"] = ("", "兆瓦"), ["mAh"] = ("", "毫安时"), ["kcal"] = ("", "千卡"), ["cal"] = ("", "卡"),
        ["kPa"] = ("", "千帕"), ["MPa"] = ("", "兆帕"), ["Pa"] = ("", "帕"), ["kHz"] = ("", "千赫"), ["MHz"] = ("", "兆赫"), ["GHz"] = ("", "吉赫"),
        ["Hz"] = ("", "赫兹"), ["dB"] = ("", "分贝"), ["mL"] = ("", "毫升"), ["ml"] = ("", "毫升"), ["dL"] = ("", "分升"), ["dl"] = ("", "分升"), ["ng"] = ("", "纳克"), ["ms"] = ("", "毫秒"), ["min"] = ("", "分钟"),
        ["℃"] = ("", "摄氏度"), ["°C"] = ("", "摄氏度"), ["℉"] = ("", "华氏度"), ["°F"] = ("", "华氏度"), ["°"] = ("", "度"), ["h"] = ("", "小时"),
        ["s"] = ("", "秒"), ["m"] = ("", "米"), ["g"] = ("", "克"), ["t"] = ("", "吨"), ["L"] = ("", "升"), ["V"] = ("", "伏"), ["W"] = ("", "瓦"),
        ["km/s"] = ("每秒", "公里"), ["mol/L"] = ("", "摩尔每升"), ["dm²"] = ("", "平方分米"), ["dm³"] = ("", "立方分米"), ["dm"] = ("", "分米"),
        ["hm²"] = ("", "公顷"), ["MWh"] = ("", "兆瓦时"), ["GWh"] = ("", "吉瓦时"), ["TWh"] = ("", "太瓦时"), ["Wh"] = ("", "瓦时"), ["mW"] = ("", "毫瓦"),
        ["GW"] = ("", "吉瓦"), ["Ah"] = ("", "安时"), ["kJ"] = ("", "千焦"), ["MJ"] = ("", "兆焦"), ["hPa"] = ("", "百帕"), ["mSv"] = ("", "毫希沃特"),
        ["μSv"] = ("", "微希沃特"), ["lx"] = ("", "勒克斯"), ["kΩ"] = ("", "千欧姆"), ["MΩ"] = ("", "兆欧姆"), ["Ω"] = ("", "欧姆"), ["mV"] = ("", "毫伏"),
        ["kV"] = ("", "千伏"), ["mA"] = ("", "毫安"), ["kN"] = ("", "千牛"), ["mol"] = ("", "摩尔"), ["cc"] = ("", "毫升"), ["rpm"] = ("", "转每分钟"),
        ["N"] = ("", "牛"), ["J"] = ("", "焦"), ["px"] = ("", "像素"),
    }.ToFrozenDictionary();

    /// <summary>What is said before and after the number.</summary>
    public static (string Before, string After) Say(string unit) => Names[unit];
}
