using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;

namespace TtsConsumers.Shared.Storage;

/// <summary>Says in a sentence what a fault of an S3 call means and what to check.</summary>
internal static class S3Fault
{
    /// <summary>Explains a fault.</summary>
    /// <param name="error">What the SDK threw.</param>
    /// <param name="bucket">The bucket of the call.</param>
    /// <returns><see langword="null"/> for what is no fault of the store.</returns>
    public static string? Explain(Exception error, string bucket) => error switch
    {
        AmazonServiceException { StatusCode: HttpStatusCode.NotFound, ErrorCode: "NoSuchBucket" } =>
            $"404 NoSuchBucket, there is no bucket '{bucket}': check TTS_STORE and TTS_S3_ENDPOINT, or make the bucket",
        AmazonServiceException { StatusCode: HttpStatusCode.NotFound } answer =>
            $"404 {answer.ErrorCode}: check TTS_S3_ENDPOINT and TTS_S3_PATH_STYLE",
        AmazonServiceException { StatusCode: HttpStatusCode.Forbidden } answer =>
            $"403 {answer.ErrorCode}, the server does not let us use bucket '{bucket}': check the AWS credentials, TTS_S3_REGION and the bucket's "
            + "policy (it must allow s3:PutObject, s3:GetObject and s3:ListBucket)",
        AmazonServiceException { StatusCode: > 0 } answer => $"the server answered {(int)answer.StatusCode} {answer.ErrorCode}: {answer.Message}",
        OperationCanceledException => "no answer in time (TTS_STORE_SECONDS): check that the server is up and reachable",
        // HttpClient lets a SocketException through as it is where the server resets a connection that was only just made.
        AmazonClientException or AmazonServiceException or HttpRequestException or IOException or SocketException or TimeoutException =>
            $"{Innermost(error)}: check that the server is up, TTS_S3_ENDPOINT and the AWS credentials",
        _ => null,
    };

    private static string Innermost(Exception error)
    {
        while (error.InnerException is { } inner)
            error = inner;
        // The credential chain lists every place it looked at, a line each.
        return error.Message.Split('\n')[0].TrimEnd('.', ':', '\r');
    }
}
