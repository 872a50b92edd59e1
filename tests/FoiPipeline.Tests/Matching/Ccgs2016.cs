namespace FoiPipeline.Tests.Matching;

/// <summary>
/// The 209 Clinical Commissioning Groups of summer 2016 (codes and names: NHS organisation data and ONS, Open Government Licence): code, name,
/// short name, STP, region, successor, other names in use.
/// </summary>
internal static class Ccgs2016
{
    public const string Rows = """
        02N|NHS Airedale, Wharfedale and Craven CCG|Airedale, Wharfedale and Craven|West Yorkshire STP|North
        09C|NHS Ashford CCG|Ashford|Kent and Medway STP|South
        10Y|NHS Aylesbury Vale CCG|Aylesbury Vale|Buckinghamshire, Oxfordshire, Berkshire West STP|South
        07L|NHS Barking and Dagenham CCG|Barking and Dagenham|North East London STP|London
        07M|NHS Barnet CCG|Barnet|North Central STP|London
        02P|NHS Barnsley CCG|Barnsley|South Yorkshire and Bassetlaw STP|North
        99E|NHS Basildon and Brentwood CCG|Basildon and Brentwood|Mid and South Essex STP|Midlands and East
        02Q|NHS Bassetlaw CCG|Bassetlaw|South Yorkshire and Bassetlaw STP|North
        11E|NHS Bath and North East Somerset CCG|Bath and North East Somerset|Bath, Swindon and Wiltshire STP|South||BaNES
        06F|NHS Bedfordshire CCG|Bedfordshire|Milton Keynes, Bedfordshire and Luton STP|Midlands and East
        07N|NHS Bexley CCG|Bexley|South East London STP|London
        13P|NHS Birmingham Crosscity CCG|Birmingham Crosscity|Birmingham and Solihull STP|Midlands and East||Birmingham Cross City
        04X|NHS Birmingham South and Central CCG|Birmingham South and Central|Birmingham and Solihull STP|Midlands and East
        00Q|NHS Blackburn with Darwen CCG|Blackburn with Darwen|Lancashire & South Cumbria STP|North
        00R|NHS Blackpool CCG|Blackpool|Lancashire & South Cumbria STP|North
        00T|NHS Bolton CCG|Bolton|Greater Manchester STP|North
        10G|NHS Bracknell and Ascot CCG|Bracknell and Ascot|Frimley Health STP|South
        02W|NHS Bradford City CCG|Bradford City|West Yorkshire STP|North
        02R|NHS Bradford Districts CCG|Bradford Districts|West Yorkshire STP|North
        07P|NHS Brent CCG|Brent|North West London STP|London
        09D|NHS Brighton and Hove CCG|Brighton and Hove|Sussex and East Surrey STP|South
        11H|NHS Bristol CCG|Bristol|Bristol, North Somerset and South Gloucestershire STP|South
        07Q|NHS Bromley CCG|Bromley|South East London STP|London
        00V|NHS Bury CCG|Bury|Greater Manchester STP|North
        02T|NHS Calderdale CCG|Calderdale|West Yorkshire STP|North
        06H|NHS Cambridgeshire and Peterborough CCG|Cambridgeshire and Peterborough|Cambridgeshire and Peterborough STP|Midlands and East
        07R|NHS Camden CCG|Camden|North Central STP|London
        04Y|NHS Cannock Chase CCG|Cannock Chase|Staffordshire STP|Midlands and East
        09E|NHS Canterbury and Coastal CCG|Canterbury and Coastal|Kent and Medway STP|South
        99F|NHS Castle Point and Rochford CCG|Castle Point and Rochford|Mid and South Essex STP|Midlands and East||Castle Point, Rayleigh and Rochford
        09A|NHS Central London (Westminster) CCG|Central London (Westminster)|North West London STP|London
        00W|NHS Central Manchester CCG|Central Manchester|Greater Manchester STP|North|NHS Manchester CCG
        10H|NHS Chiltern CCG|Chiltern|Buckinghamshire, Oxfordshire, Berkshire West STP|South
        00X|NHS Chorley and South Ribble CCG|Chorley and South Ribble|Lancashire & South Cumbria STP|North
        07T|NHS City and Hackney CCG|City and Hackney|North East London STP|London
        09G|NHS Coastal West Sussex CCG|Coastal West Sussex|Sussex and East Surrey STP|South
        03V|NHS Corby CCG|Corby|Northamptonshire STP|Midlands and East
        05A|NHS Coventry and Rugby CCG|Coventry and Rugby|Coventry and Warwickshire STP|Midlands and East
        09H|NHS Crawley CCG|Crawley|Sussex and East Surrey STP|South
        07V|NHS Croydon CCG|Croydon|South West London STP|London
        01H|NHS Cumbria CCG|Cumbria|West, North and East Cumbria STP|North|NHS North Cumbria CCG
        00C|NHS Darlington CCG|Darlington|Durham, Darlington, Tees, Hambleton, Richmondshire, Whitby STP|North
        09J|NHS Dartford, Gravesham and Swanley CCG|Dartford, Gravesham and Swanley|Kent and Medway STP|South
        02X|NHS Doncaster CCG|Doncaster|South Yorkshire and Bassetlaw STP|North
        11J|NHS Dorset CCG|Dorset|Dorset STP|South
        05C|NHS Dudley CCG|Dudley|Black Country STP|Midlands and East
        00D|NHS Durham Dales, Easington and Sedgefield CCG|Durham Dales, Easington and Sedgefield|Durham, Darlington, Tees, Hambleton, Richmondshire, Whitby STP|North
        07W|NHS Ealing CCG|Ealing|North West London STP|London
        06K|NHS East and North Hertfordshire CCG|East and North Hertfordshire|Hertfordshire and West Essex STP|Midlands and East
        01A|NHS East Lancashire CCG|East Lancashire|Lancashire & South Cumbria STP|North
        03W|NHS East Leicestershire and Rutland CCG|East Leicestershire and Rutland|Leicester, Leicestershire and Rutland STP|Midlands and East
        02Y|NHS East Riding Of Yorkshire CCG|East Riding Of Yorkshire|Humber, Coast and Vale STP|North
        05D|NHS East Staffordshire CCG|East Staffordshire|Staffordshire STP|Midlands and East
        09L|NHS East Surrey CCG|East Surrey|Sussex and East Surrey STP|South
        09F|NHS Eastbourne, Hailsham and Seaford CCG|Eastbourne, Hailsham and Seaford|Sussex and East Surrey STP|South
        01C|NHS Eastern Cheshire CCG|Eastern Cheshire|Cheshire & Merseyside STP|North
        07X|NHS Enfield CCG|Enfield|North Central STP|London
        03X|NHS Erewash CCG|Erewash|Derbyshire STP|Midlands and East
        10K|NHS Fareham and Gosport CCG|Fareham and Gosport|Hampshire and Isle of Wight STP|South
        02M|NHS Fylde & Wyre CCG|Fylde & Wyre|Lancashire & South Cumbria STP|North
        11M|NHS Gloucestershire CCG|Gloucestershire|Gloucestershire STP|South
        06M|NHS Great Yarmouth and Waveney CCG|Great Yarmouth and Waveney|Norfolk and Waveney STP|Midlands and East
        03A|NHS Greater Huddersfield CCG|Greater Huddersfield|West Yorkshire STP|North
        01E|NHS Greater Preston CCG|Greater Preston|Lancashire & South Cumbria STP|North
        08A|NHS Greenwich CCG|Greenwich|South East London STP|London
        09N|NHS Guildford and Waverley CCG|Guildford and Waverley|Surrey Heartlands STP|South
        01F|NHS Halton CCG|Halton|Cheshire & Merseyside STP|North
        03D|NHS Hambleton, Richmondshire and Whitby CCG|Hambleton, Richmondshire and Whitby|Durham, Darlington, Tees, Hambleton, Richmondshire, Whitby STP|North
        08C|NHS Hammersmith and Fulham CCG|Hammersmith and Fulham|North West London STP|London
        03Y|NHS Hardwick CCG|Hardwick|Derbyshire STP|Midlands and East
        08D|NHS Haringey CCG|Haringey|North Central STP|London
        03E|NHS Harrogate and Rural District CCG|Harrogate and Rural District|West Yorkshire STP|North
        08E|NHS Harrow CCG|Harrow|North West London STP|London
        00K|NHS Hartlepool and Stockton-On-Tees CCG|Hartlepool and Stockton-On-Tees|Durham, Darlington, Tees, Hambleton, Richmondshire, Whitby STP|North
        09P|NHS Hastings and Rother CCG|Hastings and Rother|Sussex and East Surrey STP|South
        08F|NHS Havering CCG|Havering|North East London STP|London
        05F|NHS Herefordshire CCG|Herefordshire|Herefordshire and Worcestershire STP|Midlands and East
        06N|NHS Herts Valleys CCG|Herts Valleys|Hertfordshire and West Essex STP|Midlands and East
        01D|NHS Heywood, Middleton and Rochdale CCG|Heywood, Middleton and Rochdale|Greater Manchester STP|North
        99K|NHS High Weald Lewes Havens CCG|High Weald Lewes Havens|Sussex and East Surrey STP|South
        08G|NHS Hillingdon CCG|Hillingdon|North West London STP|London
        09X|NHS Horsham and Mid Sussex CCG|Horsham and Mid Sussex|Sussex and East Surrey STP|South
        07Y|NHS Hounslow CCG|Hounslow|North West London STP|London
        03F|NHS Hull CCG|Hull|Humber, Coast and Vale STP|North
        06L|NHS Ipswich and East Suffolk CCG|Ipswich and East Suffolk|Suffolk and North East Essex STP|Midlands and East
        10L|NHS Isle Of Wight CCG|Isle Of Wight|Hampshire and Isle of Wight STP|South
        08H|NHS Islington CCG|Islington|North Central STP|London
        11N|NHS Kernow CCG|Kernow|Cornwall and Isles of Scilly STP|South
        08J|NHS Kingston CCG|Kingston|South West London STP|London
        01J|NHS Knowsley CCG|Knowsley|Cheshire & Merseyside STP|North
        08K|NHS Lambeth CCG|Lambeth|South East London STP|London
        01K|NHS Lancashire North CCG|Lancashire North|Lancashire & South Cumbria STP|North|NHS Morecambe Bay CCG
        02V|NHS Leeds North CCG|Leeds North|West Yorkshire STP|North
        03G|NHS Leeds South and East CCG|Leeds South and East|West Yorkshire STP|North
        03C|NHS Leeds West CCG|Leeds West|West Yorkshire STP|North
        04C|NHS Leicester City CCG|Leicester City|Leicester, Leicestershire and Rutland STP|Midlands and East
        08L|NHS Lewisham CCG|Lewisham|South East London STP|London
        03T|NHS Lincolnshire East CCG|Lincolnshire East|Lincolnshire STP|Midlands and East
        04D|NHS Lincolnshire West CCG|Lincolnshire West|Lincolnshire STP|Midlands and East
        99A|NHS Liverpool CCG|Liverpool|Cheshire & Merseyside STP|North
        06P|NHS Luton CCG|Luton|Milton Keynes, Bedfordshire and Luton STP|Midlands and East
        04E|NHS Mansfield and Ashfield CCG|Mansfield and Ashfield|Nottinghamshire STP|Midlands and East
        09W|NHS Medway CCG|Medway|Kent and Medway STP|South
        08R|NHS Merton CCG|Merton|South West London STP|London
        06Q|NHS Mid Essex CCG|Mid Essex|Mid and South Essex STP|Midlands and East
        04F|NHS Milton Keynes CCG|Milton Keynes|Milton Keynes, Bedfordshire and Luton STP|Midlands and East
        04G|NHS Nene CCG|Nene|Northamptonshire STP|Midlands and East
        04H|NHS Newark & Sherwood CCG|Newark & Sherwood|Nottinghamshire STP|Midlands and East
        10M|NHS Newbury and District CCG|Newbury and District|Buckinghamshire, Oxfordshire, Berkshire West STP|South
        13T|NHS Newcastle Gateshead CCG|Newcastle Gateshead|Northumberland, Tyne and Wear STP|North
        08M|NHS Newham CCG|Newham|North East London STP|London
        10N|NHS North & West Reading CCG|North & West Reading|Buckinghamshire, Oxfordshire, Berkshire West STP|South
        04J|NHS North Derbyshire CCG|North Derbyshire|Derbyshire STP|Midlands and East
        00J|NHS North Durham CCG|North Durham|Durham, Darlington, Tees, Hambleton, Richmondshire, Whitby STP|North
        06T|NHS North East Essex CCG|North East Essex|Suffolk and North East Essex STP|Midlands and East
        99M|NHS North East Hampshire and Farnham CCG|North East Hampshire and Farnham|Frimley Health STP|South
        03H|NHS North East Lincolnshire CCG|North East Lincolnshire|Humber, Coast and Vale STP|North
        10J|NHS North Hampshire CCG|North Hampshire|Hampshire and Isle of Wight STP|South
        03J|NHS North Kirklees CCG|North Kirklees|West Yorkshire STP|North
        03K|NHS North Lincolnshire CCG|North Lincolnshire|Humber, Coast and Vale STP|North
        01M|NHS North Manchester CCG|North Manchester|Greater Manchester STP|North|NHS Manchester CCG
        06V|NHS North Norfolk CCG|North Norfolk|Norfolk and Waveney STP|Midlands and East
        11T|NHS North Somerset CCG|North Somerset|Bristol, North Somerset and South Gloucestershire STP|South
        05G|NHS North Staffordshire CCG|North Staffordshire|Staffordshire STP|Midlands and East
        99C|NHS North Tyneside CCG|North Tyneside|Northumberland, Tyne and Wear STP|North
        09Y|NHS North West Surrey CCG|North West Surrey|Surrey Heartlands STP|South
        99P|NHS Northern, Eastern and Western Devon CCG|Northern, Eastern and Western Devon|Devon STP|South||NEW Devon;North, East, West Devon
        00L|NHS Northumberland CCG|Northumberland|Northumberland, Tyne and Wear STP|North
        06W|NHS Norwich CCG|Norwich|Norfolk and Waveney STP|Midlands and East
        04K|NHS Nottingham City CCG|Nottingham City|Nottinghamshire STP|Midlands and East
        04L|NHS Nottingham North and East CCG|Nottingham North and East|Nottinghamshire STP|Midlands and East
        04M|NHS Nottingham West CCG|Nottingham West|Nottinghamshire STP|Midlands and East
        00Y|NHS Oldham CCG|Oldham|Greater Manchester STP|North
        10Q|NHS Oxfordshire CCG|Oxfordshire|Buckinghamshire, Oxfordshire, Berkshire West STP|South
        10R|NHS Portsmouth CCG|Portsmouth|Hampshire and Isle of Wight STP|South
        08N|NHS Redbridge CCG|Redbridge|North East London STP|London
        05J|NHS Redditch and Bromsgrove CCG|Redditch and Bromsgrove|Herefordshire and Worcestershire STP|Midlands and East
        08P|NHS Richmond CCG|Richmond|South West London STP|London
        03L|NHS Rotherham CCG|Rotherham|South Yorkshire and Bassetlaw STP|North
        04N|NHS Rushcliffe CCG|Rushcliffe|Nottinghamshire STP|Midlands and East
        01G|NHS Salford CCG|Salford|Greater Manchester STP|North
        05L|NHS Sandwell and West Birmingham CCG|Sandwell and West Birmingham|Black Country STP|Midlands and East
        03M|NHS Scarborough and Ryedale CCG|Scarborough and Ryedale|Humber, Coast and Vale STP|North
        03N|NHS Sheffield CCG|Sheffield|South Yorkshire and Bassetlaw STP|North
        05N|NHS Shropshire CCG|Shropshire|Shropshire Telford Wrekin STP|Midlands and East
        10T|NHS Slough CCG|Slough|Frimley Health STP|South
        05P|NHS Solihull CCG|Solihull|Birmingham and Solihull STP|Midlands and East
        11X|NHS Somerset CCG|Somerset|Somerset STP|South
        01R|NHS South Cheshire CCG|South Cheshire|Cheshire & Merseyside STP|North
        99Q|NHS South Devon and Torbay CCG|South Devon and Torbay|Devon STP|South
        05Q|NHS South East Staffordshire and Seisdon Peninsula CCG|South East Staffordshire and Seisdon Peninsula|Staffordshire STP|Midlands and East||SES&SP
        10V|NHS South Eastern Hampshire CCG|South Eastern Hampshire|Hampshire and Isle of Wight STP|South
        12A|NHS South Gloucestershire CCG|South Gloucestershire|Bristol, North Somerset and South Gloucestershire STP|South
        10A|NHS South Kent Coast CCG|South Kent Coast|Kent and Medway STP|South
        99D|NHS South Lincolnshire CCG|South Lincolnshire|Lincolnshire STP|Midlands and East
        01N|NHS South Manchester CCG|South Manchester|Greater Manchester STP|North|NHS Manchester CCG
        06Y|NHS South Norfolk CCG|South Norfolk|Norfolk and Waveney STP|Midlands and East
        10W|NHS South Reading CCG|South Reading|Buckinghamshire, Oxfordshire, Berkshire West STP|South
        01T|NHS South Sefton CCG|South Sefton|Cheshire & Merseyside STP|North
        00M|NHS South Tees CCG|South Tees|Durham, Darlington, Tees, Hambleton, Richmondshire, Whitby STP|North
        00N|NHS South Tyneside CCG|South Tyneside|Northumberland, Tyne and Wear STP|North
        05R|NHS South Warwickshire CCG|South Warwickshire|Coventry and Warwickshire STP|Midlands and East
        04Q|NHS South West Lincolnshire CCG|South West Lincolnshire|Lincolnshire STP|Midlands and East
        05T|NHS South Worcestershire CCG|South Worcestershire|Herefordshire and Worcestershire STP|Midlands and East
        10X|NHS Southampton CCG|Southampton|Hampshire and Isle of Wight STP|South
        99G|NHS Southend CCG|Southend|Mid and South Essex STP|Midlands and East
        04R|NHS Southern Derbyshire CCG|Southern Derbyshire|Derbyshire STP|Midlands and East
        01V|NHS Southport and Formby CCG|Southport and Formby|Cheshire & Merseyside STP|North
        08Q|NHS Southwark CCG|Southwark|South East London STP|London
        01X|NHS St Helens CCG|St Helens|Cheshire & Merseyside STP|North
        05V|NHS Stafford and Surrounds CCG|Stafford and Surrounds|Staffordshire STP|Midlands and East
        01W|NHS Stockport CCG|Stockport|Greater Manchester STP|North
        05W|NHS Stoke On Trent CCG|Stoke On Trent|Staffordshire STP|Midlands and East
        00P|NHS Sunderland CCG|Sunderland|Northumberland, Tyne and Wear STP|North
        99H|NHS Surrey Downs CCG|Surrey Downs|Surrey Heartlands STP|South
        10C|NHS Surrey Heath CCG|Surrey Heath|Frimley Health STP|South
        08T|NHS Sutton CCG|Sutton|South West London STP|London
        10D|NHS Swale CCG|Swale|Kent and Medway STP|South
        12D|NHS Swindon CCG|Swindon|Bath, Swindon and Wiltshire STP|South
        01Y|NHS Tameside and Glossop CCG|Tameside and Glossop|Greater Manchester STP|North
        05X|NHS Telford and Wrekin CCG|Telford and Wrekin|Shropshire Telford Wrekin STP|Midlands and East
        10E|NHS Thanet CCG|Thanet|Kent and Medway STP|South
        07G|NHS Thurrock CCG|Thurrock|Mid and South Essex STP|Midlands and East
        08V|NHS Tower Hamlets CCG|Tower Hamlets|North East London STP|London
        02A|NHS Trafford CCG|Trafford|Greater Manchester STP|North
        03Q|NHS Vale Of York CCG|Vale Of York|Humber, Coast and Vale STP|North
        02D|NHS Vale Royal CCG|Vale Royal|Cheshire & Merseyside STP|North
        03R|NHS Wakefield CCG|Wakefield|West Yorkshire STP|North
        05Y|NHS Walsall CCG|Walsall|Black Country STP|Midlands and East
        08W|NHS Waltham Forest CCG|Waltham Forest|North East London STP|London
        08X|NHS Wandsworth CCG|Wandsworth|South West London STP|London
        02E|NHS Warrington CCG|Warrington|Cheshire & Merseyside STP|North
        05H|NHS Warwickshire North CCG|Warwickshire North|Coventry and Warwickshire STP|Midlands and East
        02F|NHS West Cheshire CCG|West Cheshire|Cheshire & Merseyside STP|North
        07H|NHS West Essex CCG|West Essex|Hertfordshire and West Essex STP|Midlands and East
        11A|NHS West Hampshire CCG|West Hampshire|Hampshire and Isle of Wight STP|South
        99J|NHS West Kent CCG|West Kent|Kent and Medway STP|South
        02G|NHS West Lancashire CCG|West Lancashire|Lancashire & South Cumbria STP|North
        04V|NHS West Leicestershire CCG|West Leicestershire|Leicester, Leicestershire and Rutland STP|Midlands and East
        08Y|NHS West London (K&C & Qpp) CCG|West London (K&C & Qpp)|North West London STP|London
        07J|NHS West Norfolk CCG|West Norfolk|Norfolk and Waveney STP|Midlands and East
        07K|NHS West Suffolk CCG|West Suffolk|Suffolk and North East Essex STP|Midlands and East
        02H|NHS Wigan Borough CCG|Wigan Borough|Greater Manchester STP|North
        99N|NHS Wiltshire CCG|Wiltshire|Bath, Swindon and Wiltshire STP|South
        11C|NHS Windsor, Ascot and Maidenhead CCG|Windsor, Ascot and Maidenhead|Frimley Health STP|South
        12F|NHS Wirral CCG|Wirral|Cheshire & Merseyside STP|North
        11D|NHS Wokingham CCG|Wokingham|Buckinghamshire, Oxfordshire, Berkshire West STP|South
        06A|NHS Wolverhampton CCG|Wolverhampton|Black Country STP|Midlands and East
        06D|NHS Wyre Forest CCG|Wyre Forest|Herefordshire and Worcestershire STP|Midlands and East
        """;
}
