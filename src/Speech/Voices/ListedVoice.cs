namespace TtsConsumers.Speech.Voices;

/// <summary>A voice as a catalogue lists it.</summary>
/// <param name="Id">What jobs name.</param>
/// <param name="Language">Its own language, lower case: <c>zh</c>, <c>zh-cn</c>, <c>en-us</c>, <c>de-de</c>.</param>
/// <param name="Gender"><c>female</c>, <c>male</c>, or <c>unknown</c> where the model's files don't say.</param>
public sealed record ListedVoice(string Id, string Language, string Gender);
