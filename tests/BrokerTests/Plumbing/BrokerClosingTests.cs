using Shouldly;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Network;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.Plumbing;

/// <summary>Putting away what may be half dead: no error, and an end (reliability.md, N2, N3).</summary>
public sealed class BrokerClosingTests(FarmVhost farm) : IClassFixture<FarmVhost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData(nameof(FaultProxy.Blackhole))]
    [InlineData(nameof(FaultProxy.Reset))]
    public async Task CloseQuietly_WhateverHappenedToTheConnection_ItIsClosedSoon(string fault)
    {
        await using var proxy = new FaultProxy(new Uri(farm.AdminUri).Port);
        var connection = await FarmVhost.ConnectAsync(new UriBuilder(farm.AdminUri) { Port = proxy.Port }.Uri.AbsoluteUri, Cancellation);
        var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        if (fault == nameof(FaultProxy.Blackhole))
            proxy.Blackhole();
        if (fault == nameof(FaultProxy.Reset))
            proxy.Reset();

        await channel.CloseQuietlyAsync(TimeProvider.System).WaitAsync(Patience, Cancellation);
        await connection.CloseQuietlyAsync(TimeProvider.System).WaitAsync(Patience, Cancellation);

        connection.IsOpen.ShouldBeFalse();
    }
}
