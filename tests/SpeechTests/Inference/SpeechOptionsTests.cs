using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Shouldly;
using TtsConsumers.Speech;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Inference;

public sealed class SpeechOptionsTests
{
    [Fact]
    public void Get_FlatSettings_FillsEveryOption()
    {
        var settings = new Dictionary<string, string?>
        {
            ["MODELS"] = "/m",
            ["MODEL"] = "tone",
            ["LEXICON"] = "/l",
            ["VOICE"] = "v",
            ["INSTANCES"] = "3",
            ["BATCH"] = "6",
            ["THREADS"] = "5",
            ["PROVIDER"] = "auto",
            ["DEVICES"] = "0,2",
            ["GPU_MEMORY_MB"] = "4096",
            ["GPU_ARENA"] = "doubling",
            ["CONV_SEARCH"] = "exhaustive",
            ["BUCKET"] = "64",
            ["MODEL_SECONDS"] = "7",
            ["MODEL_FACTOR"] = "3",
        };

        var options = new ConfigurationBuilder().AddInMemoryCollection(settings).Build().Get<SpeechOptions>().ShouldNotBeNull();

        (options.Models, options.Model, options.Lexicon, options.Voice).ShouldBe(("/m", "tone", "/l", "v"));
        (options.Instances, options.Batch, options.Threads, options.Provider).ShouldBe((3, 6, 5, "auto"));
        (options.Devices, options.GpuMemoryMb, options.GpuArena, options.ConvSearch, options.Bucket).ShouldBe(("0,2", 4096, "doubling", "exhaustive", 64));
        (options.ModelSeconds, options.ModelFactor).ShouldBe((7, 3));
        Faults(options).ShouldBeEmpty();
    }

    [Fact]
    public void Validate_EverySettingOutOfRange_NamesAll()
    {
        var options = new SpeechOptions
        {
            Models = "", Model = "", Lexicon = "", Instances = 65, Threads = -1, Provider = "abacus", ModelSeconds = 0, ModelFactor = 0,
            Batch = 33, Devices = "first", GpuMemoryMb = -1, GpuArena = "large", ConvSearch = "luck", Bucket = 0,
        };

        Faults(options).Count.ShouldBe(14);
    }

    private static List<ValidationResult> Faults(SpeechOptions options)
    {
        List<ValidationResult> faults = [];
        Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true);
        return faults;
    }
}
