using Shouldly;
using TtsConsumers.Speech.Voices.Piper.Espeak;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Voices.Piper;

public sealed class ClauseSplitterTests
{
    [Theory]
    [InlineData("Hello, world. How are you?", "Hello,|world.|How are you?")]
    [InlineData("It is 3.14, or 1,000; at 8:30.", "It is 3.14,|or 1,000;|at 8:30.")]
    [InlineData("approx. five and e.g. six", "approx. five and e.g. six")]
    [InlineData("He said: \"no\"! Then he left.", "He said:|\"no\"!|Then he left.")]
    [InlineData("Really?! Yes...", "Really?!|Yes...")]
    [InlineData("yes — no", "yes —|no")]
    [InlineData("One\ntwo", "One two")]
    [InlineData("-- , . !", "")]
    [InlineData("你好，世界。今天！", "你好，|世界。|今天！")]
    [InlineData("¿Cómo estás? ¡Bien!", "¿Cómo estás?|¡Bien!")]
    public void Split_Text_IsCutAtItsMarks(string text, string clauses) =>
        string.Join('|', ClauseSplitter.Split(text).Select(clause => clause.Text)).ShouldBe(clauses);

    [Theory]
    [InlineData("Yes, no. Why? Oh! So: this; that", ",.?!:;\0")]
    [InlineData("你好，世界。", "\0\0")]
    [InlineData("well… then", ";\0")]
    public void Split_Marks_AreThoseThatPiperWrites(string text, string marks) =>
        string.Concat(ClauseSplitter.Split(text).Select(clause => clause.Mark)).ShouldBe(marks);

    [Fact]
    public void Split_SentencesAndParagraphs_EndASentence() =>
        ClauseSplitter.Split("One, two. Three\n\nFour").Select(clause => clause.EndsSentence).ShouldBe([false, true, true, true]);

    [Fact]
    public void Split_WhatWouldBeACommand_IsText()
    {
        var clauses = ClauseSplitter.Split("a [[b]] \u0001V c\td");

        clauses.Select(clause => clause.Text).ShouldBe(["a [ [ b]]  V c d"]);
    }

    [Fact]
    public void Split_LongClause_FitsIntoALine()
    {
        var text = string.Join(' ', Enumerable.Repeat("слово", 400));

        var clauses = ClauseSplitter.Split(text);

        string.Join(' ', clauses.Select(clause => clause.Text)).ShouldBe(text);
        clauses.ShouldAllBe(clause => System.Text.Encoding.UTF8.GetByteCount(clause.Text) <= 600);
        clauses.ShouldAllBe(clause => clause.Mark == '\0');
    }
}
