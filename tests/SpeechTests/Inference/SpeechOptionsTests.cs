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
            ["THREADS"] = "5",
            ["PROVIDER"] = "cpu",
            ["MODEL_SECONDS"] = "7",
            ["MODEL_FACTOR"] = "3",
        };

        var options = new ConfigurationBuilder().AddInMemoryCollection(settings).Build().Get<SpeechOptions>().ShouldNotBeNull();

        (options.Models, options.Model, options.Lexicon, options.Voice).ShouldBe(("/m", "tone", "/l", "v"));
        (options.Instances, options.Threads, options.Provider).ShouldBe((3, 5, "cpu"));
        (options.ModelSeconds, options.ModelFactor).ShouldBe((7, 3));
        Faults(options).ShouldBeEmpty();
    }

    [Fact]
    public void Validate_EverySettingOutOfRange_NamesAll()
    {
        var options = new SpeechOptions
        {
            Models = "", Model = "", Lexicon = "", Instances = 65, Threads = -1, Provider = "abacus", ModelSeconds = 0, ModelFactor = 0,
        };

        Faults(options).Count.ShouldBe(8);
    }

    private static List<ValidationResult> Faults(SpeechOptions options)
    {
        List<ValidationResult> faults = [];
        Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true);
        return faults;
    }
}
