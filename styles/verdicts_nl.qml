<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling" labelsEnabled="1">
  <renderer-v2 type="categorizedSymbol" attr="verdict" symbollevels="0" enableorderby="0" forceraster="0">
    <categories>
      <category value="do_together_and_carry" type="string" symbol="0" label="Samen doen en meenemen: bespaart, en er rijden opgaven mee" render="true"/>
      <category value="do_together" type="string" symbol="1" label="Samen doen: bespaart, er rijdt geen opgave mee" render="true"/>
      <category value="carry" type="string" symbol="2" label="Meenemen: bespaart zelf te weinig, maar er rijden opgaven mee" render="true"/>
      <category value="not_worth_it" type="string" symbol="3" label="Niet de moeite waard: bespaart te weinig en draagt niets" render="true"/>
      <category value="" type="NULL" symbol="4" label="Niet bekend: er ontbreken gegevens" render="true"/>
    </categories>
    <symbols>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="0,114,178,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="0,114,178,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.7"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
      <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="86,180,233,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="86,180,233,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.7"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
      <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="230,159,0,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="230,159,0,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.7"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
      <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="150,150,150,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="150,150,150,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.7"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
      <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="240,240,240,255"/><Option type="QString" name="style" value="b_diagonal"/><Option type="QString" name="outline_color" value="120,120,120,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.4"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
    </symbols>
  </renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style fieldName='to_string("year") || if("themes_carried" &gt; 0, &apos;
&apos; || replace("themes", &apos;, &apos;, &apos;
&apos;), &apos;&apos;)' isExpression="1" fontFamily="Open Sans" fontSize="7.5" fontSizeUnit="Point" fontWeight="75" textColor="12,36,64,255" textOpacity="1" multilineHeight="0.95" namedStyle="">
        <text-buffer bufferDraw="1" bufferSize="1.0" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.9" bufferJoinStyle="128" bufferNoFill="0"/>
        <families><family name="Noto Sans"/><family name="Segoe UI"/><family name="Helvetica Neue"/><family name="DejaVu Sans"/></families>
      </text-style>
      <text-format multilineAlign="1" wrapChar="" autoWrapLength="0" useMaxLineLengthForAutoWrap="1" addDirectionSymbol="0"/>
      <placement placement="1" priority="10" polygonPlacementFlags="3" centroidInside="1" centroidWhole="1" fitInPolygonOnly="0"/>
      <rendering drawLabels="1" fontLimitPixelSize="0" obstacle="0" displayAll="0" zIndex="0" minFeatureSize="0" limitNumLabels="0" scaleVisibility="1" scaleMin="0" scaleMax="10000"/>
    </settings>
  </labeling>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerOpacity>1</layerOpacity>
  <layerGeometryType>2</layerGeometryType>
</qgis>
