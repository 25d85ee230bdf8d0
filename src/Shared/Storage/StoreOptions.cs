using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace TtsConsumers.Shared.Storage;

/// <summary>Where audio is stored. Settings are <c>TTS_</c> and the key; S3 credentials come from the AWS SDK's own chain.</summary>
public sealed class StoreOptions
{
    /// <summary><c>file:///absolute/path</c>, <c>s3://bucket</c> or <c>s3://bucket/prefix</c>.</summary>
    [ConfigurationKeyName("STORE")]
    [Required(ErrorMessage = "TTS_STORE is not set: give file:///absolute/path, s3://bucket or s3://bucket/prefix")]
    [CustomValidation(typeof(StoreOptions), nameof(CheckStore))]
    public string Store { get; set; } = "";

    /// <summary>Where an S3-compatible server listens, <c>http://…</c> or <c>https://…</c>; unset means Amazon's own for the region.</summary>
    [ConfigurationKeyName("S3_ENDPOINT")]
    [CustomValidation(typeof(StoreOptions), nameof(CheckEndpoint))]
    public string? S3Endpoint { get; set; }

    /// <summary>Whether the bucket stands in the path and not in the host name. Servers other than Amazon's mostly want it.</summary>
    /// <value>false</value>
    [ConfigurationKeyName("S3_PATH_STYLE")]
    public bool S3PathStyle { get; set; }

    /// <summary>The region requests are signed for.</summary>
    /// <value>us-east-1, which servers other than Amazon's take as a rule</value>
    [ConfigurationKeyName("S3_REGION")]
    [RegularExpression("[a-z0-9-]{1,32}", ErrorMessage = "TTS_S3_REGION must be a region's name such as eu-central-1")]
    public string S3Region { get; set; } = "us-east-1";

    /// <summary>How long one put or get may take, with the SDK's own repeats, in seconds.</summary>
    /// <value>30</value>
    /// <remarks>Only a server is waited for; a directory's calls end when the disk is done.</remarks>
    [ConfigurationKeyName("STORE_SECONDS")]
    [Range(1, 300, ErrorMessage = "TTS_STORE_SECONDS must be 1 to 300")]
    public int StoreSeconds { get; set; } = 30;

    /// <summary>What <see cref="Store"/> names; <see langword="null"/> where it is not valid.</summary>
    public StoreAddress? Address => StoreAddress.TryParse(Store);

    // On the properties and not IValidatableObject, which is asked only when no attribute has found anything: all errors are told at once.

    /// <summary>The rule of <see cref="Store"/>.</summary>
    public static ValidationResult? CheckStore(string? store) => StoreAddress.TryParse(store) is not null
        ? ValidationResult.Success
        : new ValidationResult($"TTS_STORE is '{store}'; it must be file:///absolute/path (three slashes), s3://bucket or s3://bucket/prefix");

    /// <summary>The rule of <see cref="S3Endpoint"/>.</summary>
    public static ValidationResult? CheckEndpoint(string? endpoint) => string.IsNullOrEmpty(endpoint) || IsHttp(endpoint)
        ? ValidationResult.Success
        : new ValidationResult($"TTS_S3_ENDPOINT is '{endpoint}'; it must be a URL such as http://127.0.0.1:9000, without the bucket");

    private static bool IsHttp(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.AbsolutePath is "/" && uri.UserInfo.Length == 0;
}
