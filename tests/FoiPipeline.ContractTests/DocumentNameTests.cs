using FoiPipeline.Core.Ports;
using FsCheck;
using FsCheck.Fluent;

namespace FoiPipeline.ContractTests;

public sealed class DocumentNameTests
{
    [Fact]
    public void No_valid_name_leads_out_of_a_folder()
    {
        var pieces = Gen.Elements("a", "Z", "0", ".", "..", "/", "//", "-", "_", "\\", ":", "\0", " ", "~", "é");
        var names = Gen.ArrayOf(pieces).Select(string.Concat).ToArbitrary();
        Prop.ForAll(names, name => !(DocumentName.IsValid(name) || DocumentName.IsReadable(name)) || Path.GetFullPath(Path.Combine("/root", name)) == "/root/" + name)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void Whatever_begins_a_valid_name_is_a_valid_prefix()
    {
        const string Name = "inbox/a.b/c-d_E.eml";
        DocumentName.IsValid(Name).ShouldBeTrue();
        for (var length = 0; length <= Name.Length; length++)
        {
            Should.NotThrow(() => DocumentName.RequirePrefix(Name[..length]));
        }
    }
}
