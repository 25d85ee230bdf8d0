using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.ML.OnnxRuntime.Tensors;
using TtsConsumers.Tests.Kit;
using static TtsConsumers.Tests.SpeechTests.Voices.OnnxBytes;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>
/// The toy voice, sick where certain English sounds are spoken that Chinese lacks; all else it speaks as the toy voice does. The sickness is in the
/// model's graph, so that a host can't know of it.
/// </summary>
internal static class SickVoice
{
    /// <summary>The model's folder name.</summary>
    public const string Name = "sick";

    /// <summary>Its samples are not numbers.</summary>
    public const string NotFinite = "Chip.";

    /// <summary>Nothing but zeros.</summary>
    public const string Silent = "This.";

    /// <summary>As loud as a sample can be, all the time.</summary>
    public const string Flat = "Vision.";

    /// <summary>Forty times as long as it should be.</summary>
    public const string TooLong = "Jam.";

    /// <summary>One frame, whatever is said.</summary>
    public const string TooShort = "Thin.";

    /// <summary>It divides the smallest integer by -1: the processor ends the process in the middle of Run.</summary>
    public const string Crashing = "Ship.";

    private const long ManyTimes = 40;

    /// <summary>Makes a folder of models with this one in it.</summary>
    /// <returns>A value for <c>TTS_MODELS</c>.</returns>
    public static string Make(string folder)
    {
        var tone = Path.Combine(Clone.Root, "models", "tone");
        var made = Directory.CreateDirectory(Path.Combine(folder, "models", Name)).FullName;
        foreach (var other in Directory.GetDirectories(Path.Combine(Clone.Root, "models")))
            Directory.CreateSymbolicLink(Path.Combine(folder, "models", Path.GetFileName(other)), other);
        var manifest = JsonNode.Parse(File.ReadAllBytes(Path.Combine(tone, "model.json")))!.AsObject();
        long Id(char symbol) => manifest["vocabulary"]![symbol.ToString()]!.GetValue<int>();
        byte[] model =
        [
            .. HealthyUnderOtherNames(File.ReadAllBytes(Path.Combine(tone, manifest["file"]!.GetValue<string>()))),
            .. Graph(
            [
                .. Spoken(Id('ʧ'), "not_finite"), .. Spoken(Id('ð'), "silent"), .. Spoken(Id('ʒ'), "flat"), .. Spoken(Id('ʤ'), "too_long"), .. Spoken(Id('θ'), "too_short"),
                .. Spoken(Id('ʃ'), "crashing"), .. Sickness(),
            ]),
        ];
        File.WriteAllBytes(Path.Combine(made, "sick.onnx"), model);
        File.Copy(Path.Combine(tone, "zero.bin"), Path.Combine(made, "zero.bin"));
        manifest["name"] = Name;
        manifest["file"] = "sick.onnx";
        manifest["sha256"] = Convert.ToHexStringLower(SHA256.HashData(model));
        File.WriteAllText(Path.Combine(made, "model.json"), manifest.ToJsonString());
        return Path.Combine(folder, "models");
    }

    /// <summary>The model's own outputs get names of the same length, so that what is made of them can have theirs.</summary>
    private static byte[] HealthyUnderOtherNames(byte[] model) => Encoding.Latin1.GetBytes(
        Encoding.Latin1.GetString(model).Replace("audio", "sound").Replace("durations", "stretches"));

    private static byte[][] Sickness() =>
    [
        Constant("nothing", [], 0f),
        Constant("whole", [], 1f),
        Constant("once", [1], 1L),
        Constant("more", [1], ManyTimes - 1),

        // Times 0 where it is silent; times a lot and cut off where it is flat; plus 0 × 1 ÷ 0 where it is to be no number.
        Node("Sub", ["whole", "silent_part"], "gain"),
        Node("Mul", ["sound", "gain"], "gained"),
        Constant("enormous", [], 1e9f),
        Constant("lowest", [], -1f),
        Node("Mul", ["flat_part", "enormous"], "loudness"),
        Node("Add", ["whole", "loudness"], "amplification"),
        Node("Mul", ["gained", "amplification"], "amplified"),
        Node("Clip", ["amplified", "lowest", "whole"], "clipped"),
        Node("Sub", ["whole", "not_finite_part"], "divisor"),
        Node("Div", ["not_finite_part", "divisor"], "infinity"),
        Node("Mul", ["infinity", "nothing"], "no_number"),
        Node("Add", ["clipped", "no_number"], "coloured"),

        Node("Mul", ["too_long", "more"], "extra"),
        Node("Add", ["extra", "once"], "times"),
        Node("Concat", ["once", "times"], "repeats", Attribute("axis", 0L)),
        Node("Tile", ["coloured", "repeats"], "stretched"),

        Constant("frame", [1], 600L),
        Constant("start", [1], 0L),
        Constant("everything", [1], (long)int.MaxValue),
        Constant("row", [1], 1L),
        Node("Cast", ["too_short"], "is_short", Attribute("to", (long)TensorElementType.Bool)),
        Node("Where", ["is_short", "frame", "everything"], "end"),
        Node("Slice", ["stretched", "start", "end", "row"], "audio"),
        Node("Mul", ["sound_lengths", "times"], "long_lengths"),
        Node("Min", ["long_lengths", "end"], "audio_lengths"),
        Node("Mul", ["stretches", "times"], "durations"),

        // Healthy: ÷ 1. Else ÷ -1, and there is no such number: the processor ends the process.
        Constant("smallest", [1], long.MinValue),
        Constant("twice", [1], 2L),
        Node("Mul", ["crashing", "twice"], "turns"),
        Node("Sub", ["once", "turns"], "integer_divisor"),
        Node("Div", ["smallest", "integer_divisor"], "quotient"),
        Output("quotient", TensorElementType.Int64, 0),
        Output("audio", TensorElementType.Float, 0, 0),
        Output("audio_lengths", TensorElementType.Int64, 0),
        Output("durations", TensorElementType.Int64, 0, 0),
    ];

    /// <summary>[1] where the id is among those to be spoken, else [0]; and the same as a plain number.</summary>
    private static byte[][] Spoken(long id, string name) =>
    [
        Constant($"{name}_id", [], id),
        Node("Equal", ["input_ids", $"{name}_id"], $"{name}_places"),
        Node("Cast", [$"{name}_places"], $"{name}_numbers", Attribute("to", (long)TensorElementType.Int64)),
        Node("ReduceMax", [$"{name}_numbers"], $"{name}_any", Attribute("keepdims", 0L)),
        Constant($"{name}_shape", [1], 1L),
        Node("Reshape", [$"{name}_any", $"{name}_shape"], name),
        Node("Cast", [$"{name}_any"], $"{name}_part", Attribute("to", (long)TensorElementType.Float)),
    ];
}
