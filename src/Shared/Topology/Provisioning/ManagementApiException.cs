using System.Net;

namespace TtsConsumers.Shared.Topology.Provisioning;

/// <summary>RabbitMQ's management API could not be asked, or said no. The message says what was asked, what came back and what to check.</summary>
public sealed class ManagementApiException : Exception
{
    /// <summary>Without a sentence; the others are for use.</summary>
    public ManagementApiException()
    {
    }

    /// <summary>With what was asked and what to check.</summary>
    public ManagementApiException(string message)
        : base(message)
    {
    }

    /// <summary>With what was asked and what to check, and the fault below it.</summary>
    public ManagementApiException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>With what was asked, and the status that came back.</summary>
    public ManagementApiException(string message, HttpStatusCode status)
        : base(message) => Status = status;

    /// <summary>The HTTP status; <see langword="null"/> where there was no answer. Missing rights are 401 too.</summary>
    public HttpStatusCode? Status { get; }
}
