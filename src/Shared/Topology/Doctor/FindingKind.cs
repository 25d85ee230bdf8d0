namespace TtsConsumers.Shared.Topology.Doctor;

/// <summary>How a broker differs from what is shipped.</summary>
public enum FindingKind
{
    /// <summary>Something of the farm's is not there.</summary>
    Missing,

    /// <summary>It is there in another shape.</summary>
    Changed,

    /// <summary>Something is there that is not the farm's and may get in its way.</summary>
    Unexpected,

    /// <summary>It could not be looked at; nothing is known to be wrong.</summary>
    NotChecked,
}
