namespace TtsConsumers.Speech.Text;

/// <summary>A language the front end can read.</summary>
public enum SpeechLanguage
{
    /// <summary>Mandarin Chinese, standard pronunciation; <c>zh</c> on the wire.</summary>
    Chinese,

    /// <summary>English, American pronunciation; <c>en</c> on the wire.</summary>
    English,
}
