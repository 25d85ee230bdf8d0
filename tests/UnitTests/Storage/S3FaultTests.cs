using System.Net.Sockets;
using Shouldly;
using TtsConsumers.Shared.Storage;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Storage;

/// <summary>What is a fault of the store holds a job (P6); what is none costs it a try.</summary>
public sealed class S3FaultTests
{
    /// <summary>Found by six hosts whose store reset every connection: SocketsHttpHandler asked the new socket for its peer, and there was none any more.</summary>
    [Fact]
    public void Explain_ConnectionResetAsSoonAsItIsMade_IsAFaultOfTheStore() =>
        S3Fault.Explain(new SocketException((int)SocketError.NotConnected), "tts-audio").ShouldNotBeNull().ShouldContain("check that the server is up");

    [Fact]
    public void Explain_FaultOfOurOwn_IsNone() => S3Fault.Explain(new InvalidOperationException("ours"), "tts-audio").ShouldBeNull();
}
