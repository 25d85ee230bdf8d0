namespace TtsConsumers.Tests.Kit.Broker;

/// <summary>How every test broker is set, as <c>./farm broker --time-scale 50</c> sets its own.</summary>
public static class BrokerSettings
{
    /// <summary>A dead letter that its target refused is tried again after 5 s, not 180.</summary>
    public const string Advanced = "[{rabbit, [{dead_letter_worker_publisher_confirm_timeout, 5000}]}].\n";

    public static string Conf(string user, string password) => $"""
        default_user = {user}
        default_pass = {password}
        max_message_size = 1048576

        """;
}
