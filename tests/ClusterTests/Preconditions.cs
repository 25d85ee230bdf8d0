using TtsConsumers.Tests.ClusterTests.Brokers;
using TtsConsumers.Tests.ClusterTests.Network;

namespace TtsConsumers.Tests.ClusterTests;

/// <summary>What a cluster in network namespaces needs.</summary>
internal static class Preconditions
{
    /// <summary>Why it can't be had here; <see langword="null"/> where it can.</summary>
    public static string? WhyNot()
    {
        if (!Environment.IsPrivilegedProcess)
            return "the cluster tests make network namespaces, and only root may";
        if (new[] { "ip", "unshare", "nsenter" }.FirstOrDefault(tool => !Tool.Exists(tool)) is { } missing)
            return $"the cluster tests make network namespaces, and the command {missing} is not there (Debian: iproute2, util-linux)";
        if (!File.Exists(BrokerNode.Program))
            return $"the cluster tests start brokers, and there is no {BrokerNode.Program} (Debian: rabbitmq-server)";
        return NetworkNamespace.IsNew
            ? null
            : "the cluster tests run in a network namespace of their own, which ./farm test cluster makes (unshare --net), and here it could not or was not asked";
    }
}
