using System.Text.Json.Nodes;
using TtsConsumers.Speech.Voices;
using TtsConsumers.Speech.Voices.Piper;

namespace TtsConsumers.Tests.SpeechTests.Voices.Piper;

/// <summary>A folder of models with a Piper voice in it, made of the toy voice, whose config a test may change.</summary>
internal sealed class PiperFiles : IDisposable
{
    private readonly string _name;

    public PiperFiles(string name = "en_US-toy-medium", string folder = "")
    {
        _name = name;
        Directory.CreateDirectory(Path.Combine(Models, folder));
        ConfigPath = Path.Combine(Models, folder, name + ".onnx.json");
        File.Copy(Path.Combine(Repository.Models, "tone", "piper-tone.onnx"), ModelPath);
        Config = JsonNode.Parse(File.ReadAllBytes(Path.Combine(Repository.Models, "tone", "piper-tone.onnx.json")))!.AsObject();
        Write();
    }

    public string Models { get; } = Directory.CreateTempSubdirectory("piper-tests-").FullName;

    public JsonObject Config { get; }

    public string ConfigPath { get; }

    public string ModelPath => ConfigPath[..^".json".Length];

    /// <summary>Ids as Piper's own map has them for what espeak-ng prints; every other symbol is the test's own affair.</summary>
    public PiperFiles Map(string symbols, int first = 3)
    {
        var map = new JsonObject { ["_"] = new JsonArray(0), ["^"] = new JsonArray(1), ["$"] = new JsonArray(2) };
        foreach (var rune in symbols.EnumerateRunes())
        {
            map[rune.ToString()] = new JsonArray(first++);
        }

        Config["phoneme_id_map"] = map;
        return this;
    }

    public PiperFiles With(string field, JsonNode? value)
    {
        Config[field] = value;
        Write();
        return this;
    }

    public PiperFiles Without(string field)
    {
        Config.Remove(field);
        Write();
        return this;
    }

    public void Write() => File.WriteAllText(ConfigPath, Config.ToJsonString());

    public PiperConfig Read() => PiperConfigReader.Read(ConfigPath);

    public ModelShelf Shelf() => ModelShelf.Open(Models, _name);

    public void Dispose() => Directory.Delete(Models, recursive: true);
}
