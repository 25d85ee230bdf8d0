using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using TtsConsumers.Shared.Storage;

namespace TtsConsumers.Tests.StorageTests;

public sealed class StoreOptionsTests
{
    [Theory]
    [InlineData("file:///srv/audio")]
    [InlineData("file:///srv/tts%20audio")]
    [InlineData("s3://tts-audio")]
    [InlineData("s3://tts-audio/")]
    [InlineData("s3://tts.audio/a/prefix")]
    public void Validate_GoodAddress_FindsNothing(string store) => Validate(new StoreOptions { Store = store }).ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("/srv/audio")]
    [InlineData("file://srv/audio")]
    [InlineData("file:///")]
    [InlineData("file:srv")]
    [InlineData("s3://")]
    [InlineData("s3://Upper_Case")]
    [InlineData("s3://tts-audio/../x")]
    [InlineData("https://tts-audio")]
    public void Validate_BadAddress_NamesTheSettingAndWhatIsRight(string store)
    {
        var problem = Validate(new StoreOptions { Store = store }).ShouldHaveSingleItem();

        problem.ShouldContain("TTS_STORE");
        problem.ShouldContain("s3://bucket");
    }

    [Theory]
    [InlineData("127.0.0.1:9000")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("http://127.0.0.1:9000/bucket")]
    public void Validate_BadEndpoint_NamesTheSetting(string endpoint) =>
        Validate(new StoreOptions { Store = "s3://tts-audio", S3Endpoint = endpoint }).ShouldHaveSingleItem().ShouldContain("TTS_S3_ENDPOINT");

    [Fact]
    public void Validate_SeveralFaults_NamesAllAtOnce() =>
        Validate(new StoreOptions { Store = "x", S3Endpoint = "y", S3Region = "Z!", StoreSeconds = 0 }).Select(problem => problem.Split(' ')[0])
            .ShouldBe(["TTS_STORE", "TTS_S3_ENDPOINT", "TTS_S3_REGION", "TTS_STORE_SECONDS"], ignoreOrder: true);

    [Fact]
    public void Bind_FlatKeys_FillsEverySetting()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["STORE"] = "s3://b-1/p",
            ["S3_ENDPOINT"] = "http://127.0.0.1:9000",
            ["S3_PATH_STYLE"] = "true",
            ["S3_REGION"] = "eu-central-1",
            ["STORE_SECONDS"] = "7",
        }).Build();

        var options = configuration.Get<StoreOptions>()!;

        options.Address.ShouldBe(new StoreAddress.Bucket("b-1", "p/"));
        (options.S3Endpoint, options.S3PathStyle, options.S3Region, options.StoreSeconds)
            .ShouldBe(("http://127.0.0.1:9000", true, "eu-central-1", 7));
    }

    [Fact]
    public async Task Read_UriOfNeitherKind_IsRefused()
    {
        using var reader = new AudioReader(new StoreOptions());

        await Should.ThrowAsync<ArgumentException>(() => reader.TryReadAsync("https://example.test/a.wav", TestContext.Current.CancellationToken));
    }

    private static List<string> Validate(StoreOptions options)
    {
        var problems = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true);
        return [.. problems.Select(problem => problem.ErrorMessage!)];
    }
}
