namespace TtsConsumers.Tests.ClusterTests.Network;

/// <summary>The two networks that each node of the cluster is in.</summary>
internal enum Side
{
    /// <summary>Among the nodes.</summary>
    Peers,

    /// <summary>Between the nodes and their clients.</summary>
    Clients,
}
