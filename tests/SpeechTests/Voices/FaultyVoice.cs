using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.ML.OnnxRuntime.Tensors;
using static TtsConsumers.Tests.SpeechTests.Voices.OnnxBytes;

namespace TtsConsumers.Tests.SpeechTests.Voices;

/// <summary>
/// The toy voice with real faults, which certain symbols set off: it hangs in Run, asks for more memory than there is, or fails with the words of a lost
/// GPU. All else it speaks as the toy voice does. The faults are in the model's graph, so ONNX Runtime itself has them.
/// </summary>
internal static class FaultyVoice
{
    /// <summary>The model's folder name.</summary>
    public const string Name = "faulty";

    /// <summary>As in "vision": the model hangs.</summary>
    public const char Hangs = 'ʒ';

    /// <summary>As in "thin": the model asks for 256 TiB.</summary>
    public const char OutOfMemory = 'θ';

    /// <summary>As in "this": the model fails with what a lost GPU says.</summary>
    public const char LosesDevice = 'ð';

    /// <summary>
    /// How many boxes are compared in a hang, each with each, in one operator that can't be broken off: 100,000 take 8 s on a core of the
    /// development machines, 2,000,000 the better part of an hour.
    /// </summary>
    public const int SomeSeconds = 100_000;

    /// <inheritdoc cref="SomeSeconds"/>
    public const int AnHour = 2_000_000;

    private const string LostDevice = "CUDA failure 700: an illegal memory access was encountered ; GPU=0 ; hostname=test ; expr=cudaMemcpyAsync()";
    private const long TooManyFloats = 1L << 46;

    /// <summary>Makes the model's folder.</summary>
    /// <param name="models">Gets the folder.</param>
    /// <param name="tone">The toy voice's folder.</param>
    /// <param name="boxes">How long a hang lasts.</param>
    /// <param name="alsoThirdRun">Whether the third Run of every session hangs too, whatever it speaks.</param>
    public static void Make(string models, string tone, int boxes = SomeSeconds, bool alsoThirdRun = false)
    {
        var folder = Directory.CreateDirectory(Path.Combine(models, Name)).FullName;
        var manifest = JsonNode.Parse(File.ReadAllBytes(Path.Combine(tone, "model.json")))!.AsObject();
        long Id(char symbol) => manifest["vocabulary"]![symbol.ToString()]!.GetValue<int>();
        byte[] model =
        [
            .. File.ReadAllBytes(Path.Combine(tone, manifest["file"]!.GetValue<string>())),
            .. Graph([.. Hang(Id(Hangs), boxes, alsoThirdRun), .. Memory(Id(OutOfMemory)), .. Device(Id(LosesDevice))]),
        ];
        File.WriteAllBytes(Path.Combine(folder, "faulty.onnx"), model);
        File.Copy(Path.Combine(tone, "zero.bin"), Path.Combine(folder, "zero.bin"));
        manifest["name"] = Name;
        manifest["file"] = "faulty.onnx";
        manifest["sha256"] = Convert.ToHexStringLower(SHA256.HashData(model));
        File.WriteAllText(Path.Combine(folder, "model.json"), manifest.ToJsonString());
    }

    /// <summary>Makes any model hang in every Run.</summary>
    /// <param name="file">Its file, which is written anew.</param>
    /// <param name="boxes">How long a hang lasts.</param>
    public static void MakeHang(string file, int boxes) => File.WriteAllBytes(
        file, [.. File.ReadAllBytes(file), .. Graph([Constant("hang_always", [], 1L), .. Compare("hang_always", boxes)])]);

    private static byte[][] Hang(long id, int boxes, bool alsoThirdRun) =>
    [
        .. Spoken(id, "hang_spoken"),

        // The source is seeded and is the session's own: of its numbers the third is the first above 0.7.
        Node("RandomUniform", [], "hang_chance", Attribute("shape", [1]), Attribute("seed", 1f)),
        Constant("hang_luck", [], alsoThirdRun ? 0.7f : 2f),
        Node("Greater", ["hang_chance", "hang_luck"], "hang_unlucky"),
        .. AnyOf("hang_unlucky", "hang_struck"),
        Node("Max", ["hang_spoken", "hang_struck"], "hang_now"),
        .. Compare("hang_now", boxes),
    ];

    /// <summary>Where the flag is 1: no two boxes overlap, so NonMaxSuppression keeps all of them and compares each with each.</summary>
    private static byte[][] Compare(string flag, int boxes) =>
    [
        Constant("hang_boxes", [], (long)boxes),
        Node("Mul", [flag, "hang_boxes"], "hang_count"),
        Node("Cast", ["hang_count"], "hang_end", Attribute("to", (long)TensorElementType.Float)),
        Constant("hang_zero", [], 0f),
        Constant("hang_one", [], 1f),
        Node("Range", ["hang_zero", "hang_end", "hang_one"], "hang_row"),
        Constant("hang_column", [3], 1L, -1L, 1L),
        Node("Reshape", ["hang_row", "hang_column"], "hang_rows"),
        Constant("hang_sides", [4], 1f, 0f, 1f, 0f),
        Node("Mul", ["hang_rows", "hang_sides"], "hang_lines"),
        Constant("hang_half", [4], 0f, 0f, 0.5f, 1f),
        Node("Add", ["hang_lines", "hang_half"], "hang_corners"),
        Constant("hang_flat", [3], 1L, 1L, -1L),
        Node("Reshape", ["hang_row", "hang_flat"], "hang_scores"),
        Constant("hang_all", [1], (long)int.MaxValue),
        Node("NonMaxSuppression", ["hang_corners", "hang_scores", "hang_all"], "hang"),
        Output("hang", TensorElementType.Int64, 0, 3),
    ];

    private static byte[][] Memory(long id) =>
    [
        .. Spoken(id, "memory_spoken"),
        Constant("too_many", [1], TooManyFloats),
        Node("Mul", ["memory_spoken", "too_many"], "floats"),
        Node("ConstantOfShape", ["floats"], "memory"),
        Output("memory", TensorElementType.Float, 0),
    ];

    /// <summary>An index out of bounds; ONNX Runtime tells the failing node's name.</summary>
    private static byte[][] Device(long id) =>
    [
        .. Spoken(id, "device_spoken"),
        Constant("only_one", [1], 0L),
        Node(LostDevice, "Gather", ["only_one", "device_spoken"], "device"),
        Output("device", TensorElementType.Int64),
    ];

    /// <summary>1 where the id is among those to be spoken, else 0.</summary>
    private static byte[][] Spoken(long id, string name) =>
        [Constant($"{name}_id", [], id), Node("Equal", ["input_ids", $"{name}_id"], $"{name}_places"), .. AnyOf($"{name}_places", name)];

    private static byte[][] AnyOf(string flags, string name) =>
    [
        Node("Cast", [flags], $"{name}_numbers", Attribute("to", (long)TensorElementType.Int64)),
        Node("ReduceMax", [$"{name}_numbers"], name, Attribute("keepdims", 0L)),
    ];
}
