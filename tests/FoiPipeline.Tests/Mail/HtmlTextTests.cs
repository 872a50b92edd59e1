using FoiPipeline.Mailing.Html;

namespace FoiPipeline.Tests.Mailing;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>One<p>Two<br>three", "One\n\nTwo\nthree")]
    [InlineData("<div>One</div><div><br></div><div>Two</div>", "One\n\nTwo")]
    [InlineData("<h1>Head</h1>text", "Head\n\ntext")]
    [InlineData("a  \n b&nbsp;c<b>d</b>&pound;5 &amp;lt; &#8217;&#146;&hellip;", "a b cd£5 &lt; ’’…")]
    [InlineData("AT&T &unknown; & &#0;", "AT&T &unknown; & \ufffd")]
    [InlineData("1 < 2 and <3", "1 < 2 and <3")]
    [InlineData("<ul><li>a<li>b<ul><li>c</ul></ul>", "- a\n- b\n  - c")]
    [InlineData("<ol start=3><li>a<li><p>b</p><li value=9>c</ol>", "3. a\n4. b\n\n9. c")]
    [InlineData("<ol type=a><li>x<li>y</ol><ol type=I><li>z</ol>", "a. x\nb. y\n\nI. z")]
    [InlineData("<table><tr><th>Q<th>A<tr><td>1<td><p>None</p><tr><td><td>x<td>y</table>", "Q | A\n1 | None\n | x | y")]
    [InlineData("<table><tr><td><p>One</p><p>Two</p></table>", "One\n\nTwo")]
    [InlineData("<table><tr><td>Menu</td><td><table><tr><td>a<td>b</table></td></table>", "Menu\na | b")]
    [InlineData("<blockquote><p>a</p><p>b</p><blockquote>c</blockquote></blockquote>d", "> a\n>\n> b\n>\n> > c\n\nd")]
    [InlineData("<pre> a\n  b</pre>c", " a\n  b\n\nc")]
    [InlineData("<div style='white-space: pre-wrap'>a\nb</div>", "a\nb")]
    [InlineData("a<hr>b", "a\n________________________________\nb")]
    public void Markup_reads_as_a_person_would_read_it(string html, string text) => HtmlText.ToText(html, out _).ShouldBe(text);

    [Theory]
    [InlineData("<a href='https://x.example/policy'>our policy</a>.", "our policy <https://x.example/policy>.")]
    [InlineData("<a href='http://www.x.example/'>www.x.example</a>", "www.x.example")]
    [InlineData("<a href='mailto:foi@x.example?subject=y'>foi@x.example</a>", "foi@x.example")]
    [InlineData("<a href='mailto:foi@x.example'>write to us</a>", "write to us <foi@x.example>")]
    [InlineData("<a href='javascript:alert(1)'>x</a><a name=y>z</a><a href='https://x.example'><img></a>", "xz")]
    [InlineData("<a href='https://x.example/a?b=1&amp;c=2'>x</a>", "x <https://x.example/a?b=1&c=2>")]
    public void Links_keep_their_address_where_the_text_does_not_say_it(string html, string text) => HtmlText.ToText(html, out _).ShouldBe(text);

    [Theory]
    [InlineData("<head><title>t</title><style>p{}</style></head>x<script>if (a<b) y()</script>")]
    [InlineData("<div style='display: none'>no <div>no</div> no</div>x")]
    [InlineData("<p hidden>no<p>x")]
    [InlineData("<!-- no --><!doctype html><?xml no?>x<!-- no")]
    [InlineData("<template>no</template><svg><text>no</text></svg>x<select><option>no</select>")]
    [InlineData("x<span style='mso-hide:all'>no</span>")]
    [InlineData("x<p class='no")]
    public void What_is_not_shown_is_not_read(string html) => HtmlText.ToText(html, out _).ShouldBe("x");

    [Fact]
    public void An_outlook_reply_keeps_the_header_of_the_quoted_mail_line_by_line()
    {
        const string Html = """
            <p class=MsoNormal>Dear Joe<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>We hold none.<o:p></o:p></p>
            <div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b><span lang=EN-US>From:</span></b><span lang=EN-US> Joe
            &lt;joe@x.example&gt;<br><b>Sent:</b> 1 July 2016 16:55<br><b>To:</b> FOI<br><b>Subject:</b> Request<o:p></o:p></span></p></div>
            """;
        HtmlText.ToText(Html, out _).ShouldBe("Dear Joe\n\nWe hold none.\nFrom: Joe <joe@x.example>\nSent: 1 July 2016 16:55\nTo: FOI\nSubject: Request");
    }

    [Fact]
    public void A_gmail_reply_keeps_the_line_that_says_who_wrote()
    {
        const string Html = "<div dir=ltr>Yes.</div><br><div class=gmail_quote><div class=gmail_attr>On Fri, Joe &lt;joe@x.example&gt; wrote:<br></div>"
            + "<blockquote class=gmail_quote><div>1. How many?</div><div>2. Why?</div></blockquote></div>";
        HtmlText.ToText(Html, out _).ShouldBe("Yes.\n\nOn Fri, Joe <joe@x.example> wrote:\n\n> 1. How many?\n> 2. Why?");
    }

    [Theory]
    [InlineData("<div>", "</div>")]
    [InlineData("<blockquote>", "</blockquote>")]
    [InlineData("<table><tr><td>", "</table>")]
    [InlineData("<ul><li>", "</ul>")]
    [InlineData("<b><i>", "</b>")]
    [InlineData("<font color=1>", "")]
    public void Markup_nested_without_end_is_still_read(string open, string close)
    {
        var html = string.Concat(Enumerable.Repeat(open, 10_000)) + "deep" + string.Concat(Enumerable.Repeat(close, 10_000)) + "<p>after";
        var text = HtmlText.ToText(html, out var problem);
        text.ShouldContain("deep");
        text.ShouldEndWith("after");
        problem.ShouldBeNull();
    }

    [Fact]
    public void A_page_of_many_megabytes_is_cut_and_said_to_be()
    {
        HtmlText.ToText("<p>" + new string('x', 4_000_010), out var problem).Length.ShouldBe(3_999_997);
        problem.ShouldBe("The HTML is longer than 4 million characters; only its beginning was read.");
    }
}
