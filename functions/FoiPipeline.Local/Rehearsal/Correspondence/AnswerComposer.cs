using System.Globalization;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Local.Rehearsal.Formats;
using FoiPipeline.Local.Rehearsal.Plans;

namespace FoiPipeline.Local.Rehearsal.Correspondence;

/// <summary>Says what an authority answers, in the words of its persona and the layout it uses.</summary>
internal sealed class AnswerComposer(RehearsalPlan plan, AuthorityPlan of, Persona persona, Wording words)
{
    private IReadOnlyList<Question> Questions => plan.Round.Questions;

    /// <summary>Everything between salutation and signature.</summary>
    public IReadOnlyList<Block> Answer(bool tables)
    {
        var blocks = new List<Block>();
        Say(blocks, of.AnsweredTogether.Count > 1 ? AnswerWording.OpeningsForSeveral : AnswerWording.Openings[persona.Voice]);
        switch (of.Final)
        {
            case FinalState.NotHeld:
                Say(blocks, AnswerWording.NothingHeldAtAll);
                break;
            case FinalState.Refused:
                Say(blocks, NoticeWording.Refusals);
                break;
            default:
                if (of.Final == FinalState.Partial)
                {
                    Say(blocks, AnswerWording.PartialOpenings);
                }

                blocks.AddRange(Laid(Answers(), tables || persona.Layout != Layout.Table ? persona.Layout : Layout.UnderQuestions));
                break;
        }

        Boilerplate(blocks);
        return blocks;
    }

    public IReadOnlyList<Block> Short(IReadOnlyList<string> patterns)
    {
        var blocks = new List<Block>();
        Say(blocks, patterns);
        return blocks;
    }

    /// <summary>The authority's policy: pages of text that answers nothing by itself.</summary>
    public Sheet Policy(DateTimeOffset written)
    {
        var blocks = new List<Block> { new(BlockKind.Heading, words.Say("{policy}")), new(BlockKind.Paragraph, words.Say("Approved by the governing body, {month} {2013-2015}. Version {1-4}.{0-9}. Owner: {Chief Finance Officer|Head of Contracts|Director of Commissioning}.")) };
        for (var section = 1; section <= PolicyWording.Sections.Length; section++)
        {
            var (title, paragraphs) = PolicyWording.Sections[section - 1];
            blocks.Add(new Block(BlockKind.Heading, title, string.Create(CultureInfo.InvariantCulture, $"{section}.")));
            var length = 8 + words.Below(6);
            for (var i = 0; i < length; i++)
            {
                blocks.Add(new Block(BlockKind.Paragraph, words.Say(paragraphs), string.Create(CultureInfo.InvariantCulture, $"{section}.{i + 1}")));
            }
        }

        return new Sheet(of.AnsweredTogether.Count > 1 ? persona.Organisation : of.Authority.Name, persona.Postal, blocks, written);
    }

    private string[] Answers()
    {
        var held = of.Final == FinalState.FullNothingDone ? AnswerWording.NothingDone : AnswerWording.Substance;
        var answers = Questions.Select(q => words.Say(held[AnswerWording.TopicOf(q.Text)])).ToArray();
        if (of.Final == FinalState.Partial)
        {
            // The later questions ask for figures and weightings: those are what bodies do not record or will not give.
            var last = answers.Length - 1;
            answers[last] = words.Say(words.Chance(50) ? AnswerWording.Withheld : AnswerWording.NotHeldHere);
            if (answers.Length > 2 && words.Chance(70))
            {
                answers[last - 1] = words.Say(AnswerWording.NotHeldHere);
            }
        }

        return answers;
    }

    private IEnumerable<Block> Laid(string[] answers, Layout layout)
    {
        for (var i = 0; i < answers.Length; i++)
        {
            var (number, question) = (Questions[i].Number, Questions[i].Text);
            switch (layout)
            {
                case Layout.UnderQuestions or Layout.Restarted:
                    var shown = layout == Layout.Restarted && i > 1 ? i - 1 : number;
                    yield return new Block(BlockKind.Question, question, Label($"{shown}."));
                    yield return new Block(BlockKind.Answer, answers[i]);
                    break;
                case Layout.Table:
                    yield return new Block(BlockKind.Row, answers[i], $"{Label($"{number}.")} {question}");
                    break;
                default:
                    yield return new Block(BlockKind.Answer, answers[i], layout switch
                    {
                        Layout.ShortNumbered => Label($"Q{number}:"),
                        Layout.LongNumbered => Label($"Question {number}:"),
                        _ => Label($"{number}."),
                    });
                    break;
            }
        }
    }

    private void Boilerplate(List<Block> blocks)
    {
        if (words.Chance(50))
        {
            Say(blocks, AnswerWording.Closings);
        }

        if (persona.Voice is not (Voice.Terse or Voice.Chatty) || of.Final == FinalState.Refused)
        {
            Say(blocks, NoticeWording.Complaints);
        }

        if (words.Chance(35))
        {
            Say(blocks, NoticeWording.Copyright);
        }
    }

    private void Say(List<Block> blocks, IReadOnlyList<string> patterns)
    {
        foreach (var paragraph in words.Say(patterns).Split('\n'))
        {
            blocks.Add(new Block(BlockKind.Paragraph, paragraph.Trim()));
        }
    }

    private static string Label(FormattableString label) => FormattableString.Invariant(label);
}
