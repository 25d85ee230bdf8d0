namespace TtsConsumers.Shared.Contracts;

/// <summary>A fragment's place in a longer text. The farm echoes it; putting fragments in order is the receiver's work.</summary>
/// <param name="Id">The text's name: 1 to 64 of <c>A-Z a-z 0-9 . _ -</c>.</param>
/// <param name="Seq">The fragment's number, from 0 to 2³¹-1.</param>
/// <param name="Last">Whether no fragment follows.</param>
public sealed record StreamPosition(string Id, long Seq, bool Last = false);
