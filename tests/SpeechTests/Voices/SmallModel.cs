using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Tests.SpeechTests.Voices;

/// <summary>A model folder that a test may damage: the toy model, one voice, and a pack whose row r holds r / 1000.</summary>
internal sealed class SmallModel : IDisposable
{
    private const int Rows = 510;
    private const int Width = 256;

    private readonly string _models = Directory.CreateTempSubdirectory("speech-tests-").FullName;

    public SmallModel()
    {
        Directory.CreateDirectory(Folder);
        File.Copy(Path.Combine(Repository.Models, "tone", "kokoro-tone.onnx"), ModelPath);
        File.WriteAllBytes(PackPath, Pack());
        var manifest = JsonNode.Parse(File.ReadAllBytes(Path.Combine(Repository.Models, "tone", "model.json")))!.AsObject();
        manifest["name"] = "small";
        manifest["file"] = Path.GetFileName(ModelPath);
        manifest["voices"] = new JsonArray(new JsonObject
        {
            ["id"] = "v1",
            ["file"] = "v1.bin",
            ["language"] = "zh",
            ["gender"] = "female",
            ["sha256"] = "",
        });
        manifest["default_voices"] = new JsonObject { ["zh"] = "v1" };
        Manifest = manifest;
        Seal();
    }

    public JsonObject Manifest { get; }

    public string ModelPath => Path.Combine(Folder, "model.onnx");

    public string PackPath => Path.Combine(Folder, "v1.bin");

    public string ManifestPath => Path.Combine(Folder, "model.json");

    private string Folder => Path.Combine(_models, "small");

    /// <summary>Writes the manifest with the hashes of the files as they are now.</summary>
    public void Seal()
    {
        Manifest["sha256"] = Hash(ModelPath);
        Manifest["voices"]![0]!["sha256"] = Hash(PackPath);
        Write();
    }

    public void Write() => File.WriteAllText(ManifestPath, Manifest.ToJsonString());

    public ModelFolder Open() => ModelFolder.Open(_models, "small");

    public void Dispose() => Directory.Delete(_models, recursive: true);

    private static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    private static byte[] Pack()
    {
        var bytes = new byte[Rows * Width * sizeof(float)];
        for (var i = 0; i < Rows * Width; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), i / Width / 1000f);
        }

        return bytes;
    }
}
