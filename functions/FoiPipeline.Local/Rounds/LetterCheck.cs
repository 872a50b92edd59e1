using FoiPipeline.Core.Letters;

namespace FoiPipeline.Local.Rounds;

/// <summary>
/// Whether a letter can be sent: its merge fields are known, and it is a request under s.8 of the Act, with the applicant's name, an address for
/// correspondence and
/// a description of the information wanted in the letter itself.
/// </summary>
internal sealed class LetterCheck(RoundSettings settings, Register? register, FaultList faults)
{
    private static readonly string[] AddressFields = ["requester.email", "requester.address", "reply.address"];

    public void Letter(SourceText source)
    {
        if (string.IsNullOrWhiteSpace(source.Text))
        {
            faults.Error(source.File, 0, "The letter is empty.", "Write it, with {{questions}} where the questions shall stand.");
            return;
        }

        var template = LetterTemplate.Parse(source.Text);
        Fields(source.File, template, line: null);
        var used = template.Fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        Questions(source, used);
        Name(source, used);
        Address(source, used);
    }

    public void Subject(string subject, int line) => Fields(RoundSettings.File, LetterTemplate.Parse(subject), line);

    private void Fields(string file, LetterTemplate template, int? line)
    {
        foreach (var field in template.Unclosed)
        {
            faults.Error(
                file, line ?? field.Line, $"In column {field.Column} braces are opened and not closed.",
                "Write a merge field like {{authority.name}}.");
        }

        foreach (var field in template.Fields)
        {
            Field(file, line ?? field.Line, field);
        }
    }

    private void Field(string file, int line, MergeField field)
    {
        var attribute = field.Name.StartsWith(MergeFields.AuthorityPrefix, StringComparison.Ordinal) ? field.Name[MergeFields.AuthorityPrefix.Length..] : null;
        if (MergeFields.Fixed.Contains(field.Name) || (attribute is not null && register is null))
        {
            return;
        }

        if (attribute is not null && register!.Attributes.Contains(attribute))
        {
            var empty = register.Rows.Count(r => r.Authority.Attribute(attribute) is null);
            if (empty > 0)
            {
                faults.Warn(
                    file, line, $"The merge field {{{{{field.Name}}}}} in column {field.Column} is empty for {empty} of {register.Rows.Count} authorities.",
                    "See with 'preview' that their letters still read well, or fill in the column.");
            }

            return;
        }

        var known = MergeFields.Fixed.Concat((register?.Attributes ?? []).Select(a => MergeFields.AuthorityPrefix + a)).ToList();
        var meant = Nearest.To(field.Name, known);
        faults.Error(
            file, line, $"There is no merge field {{{{{field.Name}}}}} (column {field.Column}).",
            meant is null ? $"Known are: {string.Join(", ", known)}." : $"Did you mean {{{{{meant}}}}}?");
    }

    private void Questions(SourceText source, HashSet<string> used)
    {
        if (!used.Contains(MergeFields.Questions) && settings.Questions is { } questions && !questions.All(q => Mentions(source.Text, q.Text)))
        {
            faults.Error(
                source.File, 0, "The letter does not contain the questions; a request has to describe the information it wants (section 8).",
                "Put {{questions}} on a line of its own, in the body and not in an attachment.");
        }
    }

    private void Name(SourceText source, HashSet<string> used)
    {
        if (!used.Contains("requester.name") && settings.Requester is { } requester && !Mentions(source.Text, requester.Name))
        {
            faults.Error(
                source.File, 0, "The letter does not give the requester's name, which section 8 of the Act wants.",
                "Sign it with {{requester.name}}.");
        }
    }

    private void Address(SourceText source, HashSet<string> used)
    {
        if (!used.Overlaps(AddressFields) && settings.Requester is { } requester && !Mentions(source.Text, requester.Email))
        {
            faults.Error(
                source.File, 0, "The letter gives no address for correspondence, which section 8 of the Act wants.",
                "Put {{requester.email}} or {{requester.address}} below the name.");
        }
    }

    /// <summary>Line breaks and runs of blanks do not matter.</summary>
    private static bool Mentions(string letter, string text) => Flat(letter).Contains(Flat(text), StringComparison.OrdinalIgnoreCase);

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
