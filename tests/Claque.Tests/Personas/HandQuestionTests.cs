using Claque.Personas;

namespace Claque.Tests.Personas;

/// <summary>Two texts of a case as a question: who serves as reference, and with how much.</summary>
public sealed class HandQuestionTests
{
    private static readonly QuestionText[] Case = [.. Enumerable.Range(0, 14).SelectMany(writer => Enumerable.Range(0, 6).Select(number => Text(writer, number, "Writer " + writer)))];

    [Fact]
    public void Whoever_signed_either_text_is_no_reference_and_all_others_bring_one_text_more_than_is_known()
    {
        var problems = HandQuestion.Of("asked", [Case[0], Case[1]], Case[6], Case, HandQuestionOptions.Default);
        problems[0].Known.ShouldBe([Case[0].Text, Case[1].Text]);
        problems.Skip(1).Select(problem => problem.Id).ShouldBe(Enumerable.Range(2, 12).Select(writer => "Writer " + writer).Order(StringComparer.Ordinal));
        problems.Skip(1).ShouldAllBe(problem => problem.Known.Count == 3);
        problems.ShouldAllBe(problem => problem.Unknown == Case[6].Text);
    }

    [Fact]
    public void Of_more_writers_than_are_taken_those_nearest_on_topic_are()
    {
        QuestionText[] angling = [.. Enumerable.Range(0, 3).Select(writer => Anglers(writer, 0)), .. Enumerable.Range(0, 3).Select(writer => Anglers(writer, 1))];
        var problems = HandQuestion.Of("asked", [Anglers(8, 0)], Anglers(9, 0), [.. Case, .. angling], HandQuestionOptions.Default with { MostWriters = 3 });
        problems.Skip(1).Select(problem => problem.Id).ShouldBe(["Angler 0", "Angler 1", "Angler 2"]);
    }

    [Fact]
    public void Texts_without_a_byline_and_short_ones_are_no_reference() =>
        HandQuestion.Of("asked", [Case[0]], Case[6], [.. Case.Take(12), Text(5, 1, ""), Text(5, 2, ""), Case[20] with { Words = 60 }, Case[21] with { Words = 60 }], HandQuestionOptions.Default).Count.ShouldBe(1);

    [Fact]
    public void The_rival_is_the_other_writer_with_the_highest_ratio_and_has_the_ratio_of_its_own_problem()
    {
        var answers = Verification.Of(HandQuestion.Of("asked", Case[..5], Case[5], Case, HandQuestionOptions.Default), VerificationOptions.Default)[0].Answers;
        var rival = answers[0].Rival.ShouldNotBeNull();
        var others = answers.Skip(1).ToList();
        rival.Id.ShouldBe(others.MaxBy(answer => answer.LogRatio)!.Id);
        rival.LogRatio.ShouldBe(others.Max(answer => answer.LogRatio)!.Value, 1e-9);
    }

    [Fact]
    public void The_strict_bar_answers_only_with_its_ratio_and_names_what_it_needs()
    {
        var problems = HandQuestion.Of("asked", Case[..5], Case[5], Case, HandQuestionOptions.Default);
        var log = Verification.Of(problems, VerificationOptions.Default)[0].Answers[0].LogRatio!.Value;
        Verification.Of(problems, VerificationOptions.Default with { LeastRatio = Math.Exp(log) - 0.01 })[0].Answers[0].Verdict.ShouldBe(HandVerdict.Same);
        var short_ = Verification.Of(problems, VerificationOptions.Default with { LeastRatio = Math.Exp(log) + 0.01 })[0].Answers[0];
        short_.Verdict.ShouldBe(HandVerdict.Abstain);
        short_.Reason.ShouldContain("an answer needs a ratio of");
    }

    [Fact]
    public void A_text_in_another_language_than_the_reference_is_told()
    {
        var other = Case[6] with { Text = string.Concat(Enumerable.Range(0, 60).Select(i => $"Der Rat des Hafens hat gestern in der {i}. Sitzung beschlossen, die alte Fähre über den Fluss wieder fahren zu lassen. ")) };
        HandQuestion.IsOfOneLanguage(HandQuestion.Of("asked", [Case[0]], Case[6], Case, HandQuestionOptions.Default)).ShouldBeTrue();
        HandQuestion.IsOfOneLanguage(HandQuestion.Of("asked", [Case[0]], other, Case, HandQuestionOptions.Default)).ShouldBeFalse();
        HandQuestion.IsOfOneLanguage(HandQuestion.Of("asked", [other], Case[7], Case, HandQuestionOptions.Default)).ShouldBeFalse();
    }

    private static QuestionText Text(int writer, int number, string byline)
    {
        var text = InventedWriters.Article(writer, number, 320);
        return new QuestionText($"{writer}-{number}", byline, DateTimeOffset.UnixEpoch.AddDays(number), 320, text);
    }

    private static QuestionText Anglers(int writer, int number) =>
        Text(20 + writer, number, "Angler " + writer) with { Text = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"trout{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}")) + $" {writer}{number}. " + InventedWriters.Article(20 + writer, number, 200) };
}
